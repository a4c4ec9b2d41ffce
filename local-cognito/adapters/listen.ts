import { createServer, type Server } from 'node:net'

const MAX_TRIES = 100

/**
 * Listens on 127.0.0.1, at `preferredPort` or the next free one; 0 takes any. A port counts as free
 * only if it is free on ::1 as well: `localhost` often resolves to ::1 first, and a browser would
 * reach the other program.
 */
export async function listen(server: Server, preferredPort: number) {
  const last = Math.min(preferredPort + MAX_TRIES, 65_535)
  for (let port = preferredPort; port <= last; port += 1) {
    if (!(await isFreeOnIPv6(port))) continue
    const bound = await bind(server, port, '127.0.0.1')
    if (bound === 'EADDRINUSE') continue
    if (typeof bound === 'string') throw new Error(`Cannot listen on port ${port}: ${bound}`)
    return bound
  }
  throw new Error(`No free port between ${preferredPort} and ${last}.`)
}

async function isFreeOnIPv6(port: number) {
  if (port === 0) return true
  const probe = createServer()
  const bound = await bind(probe, port, '::1')
  // Any other error means that this machine has no IPv6.
  if (typeof bound === 'string') return bound !== 'EADDRINUSE'
  await new Promise((resolve) => probe.close(resolve))
  return true
}

/** Resolves to the port, or to the code of the error. */
const bind = (server: Server, port: number, host: string) =>
  new Promise<number | string>((resolve) => {
    const refused = (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message)
    server.once('error', refused)
    server.listen(port, host, () => {
      server.removeListener('error', refused)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
