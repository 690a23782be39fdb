/** Tells the process that started this one, where it asked to be told (`npm start` does), that this one is ready. */
export function tellReady(): void {
  if (process.send === undefined) return;
  process.send('ready');
  // An open channel would keep this process alive, and tie it to the other one.
  process.disconnect();
}
