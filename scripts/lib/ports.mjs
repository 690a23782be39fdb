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
 * Keeps a port for something that starts later, at both addresses; whoever asks meanwhile finds it taken. Resolves with
 * what gives it free.
 */
export async function holdPort(port) {
  const servers = await Promise.all(
    ['127.0.0.1', '::1'].map(
      (host) =>
        new Promise((resolve) => {
          const server = net.createServer((socket) => socket.destroy());
          server.once('error', () => resolve(null));
          server.listen({ port, host, exclusive: true }, () => resolve(server));
        }),
    ),
  );
  return () => Promise.all(servers.map((server) => server && new Promise((resolve) => server.close(resolve))));
}
