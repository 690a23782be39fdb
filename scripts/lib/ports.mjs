import net from 'node:net';

function isFree(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** The wanted port, or the next free one after it. `taken` are ports that this start has given away already. */
export async function freePort(wanted, taken = new Set()) {
  for (let port = wanted; port < wanted + 500; port += 1) {
    if (taken.has(port) || !(await isFree(port))) continue;
    taken.add(port);
    return port;
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 500}.`);
}
