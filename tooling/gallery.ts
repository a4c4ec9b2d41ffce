import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

const address = '/_gallery'

/**
 * Serves every component of the design system, in each of its states, at `/_gallery` of the development server.
 * It is in no build: the portal does not import it, and `cleanBuild` would refuse it.
 */
export function gallery(): Plugin {
  return {
    name: 'gatehouse:gallery',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [path] = (request.url ?? '').split('?')
        if (path !== address) {
          next()
          return
        }
        const answer = async () => {
          const source = await readFile(`${server.config.root}/gallery/index.html`, 'utf8')
          const html = await server.transformIndexHtml(address, source, request.originalUrl)
          response.setHeader('Content-Type', 'text/html; charset=utf-8')
          response.end(html)
        }
        answer().catch(next)
      })
    },
  }
}
