import { Server } from 'node:net';

/**
 * `npm start` opens the portal's port before the portal can serve, so that nobody else takes it, and hands the open
 * socket over.
 */
export function handedSocket(): Promise<Server> {
  return new Promise((resolve, reject) => {
    process.once('message', (_message, handle) => (handle instanceof Server ? resolve(handle) : reject(new Error('No socket was handed over.'))));
  });
}

/** Tells the process that started this one, where it asked to be told (`npm start` does), that this one is ready. */
export function tellReady(): void {
  if (process.send === undefined) return;
  process.send('ready');
  // An open channel would keep this process alive, and tie it to the other one.
  process.disconnect();
}
