import net from 'node:net';

function isFreeAt(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    // A machine without this kind of address has nobody there.
    server.once('error', (error) => resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Both addresses of this machine: a browser asks either for `localhost`. */
const isFree = async (port) => (await isFreeAt(port, '127.0.0.1')) && isFreeAt(port, '::1');

/** The wanted port, or the next free one after it. `taken` are ports that this start has given away already. */
export async function freePort(wanted, taken = new Set()) {
  for (let port = wanted; port < wanted + 500; port += 1) {
    if (taken.has(port) || !(await isFree(port))) continue;
    taken.add(port);
    return port;
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 500}.`);
}

/**
 * Opens a port of this machine for a process that starts later and is handed the open socket, so that nobody else can
 * take the port in between. Who connects meanwhile is turned away.
 */
export function openPort(port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server));
  });
}
