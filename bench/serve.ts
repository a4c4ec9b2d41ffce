import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { contentType } from '#edge/contentType.ts'
import { cacheControl } from '#edge/headers.ts'

interface ServedFile {
  body: Buffer
  headers: Record<string, string>
}

export interface StaticServer extends AsyncDisposable {
  /** Such as `http://localhost:40123`. */
  origin: string
  /** Bytes of the file at this address as they are sent, after gzip -9. */
  sizeOf: (path: string) => number
}

/**
 * Serves a folder from memory: every text with gzip -9, files in /assets/ with the long cache lifetime of a deployed
 * site. An address without a file extension that is no file gets the index page, as in a single-page app.
 *
 * @param more headers of every answer, such as those of a deployed Gatehouse
 */
export async function serve(
  folder: string,
  { index = 'index.html', headers: more = {} }: ServeOptions = {},
): Promise<StaticServer> {
  const files = await readFolder(folder)
  const server = createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?')
    const file = files.get(path) ?? (/\.\w+$/.test(path) ? undefined : files.get(`/${index}`))
    if (!file) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { ...file.headers, ...more }).end(file.body)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port')
  return {
    origin: `http://localhost:${address.port}`,
    sizeOf: (path) => files.get(path)?.body.length ?? 0,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface ServeOptions {
  /** File that is served for every address of the app. */
  index?: string
  headers?: Record<string, string>
}

async function readFolder(folder: string): Promise<Map<string, ServedFile>> {
  const files = new Map<string, ServedFile>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = `/${relative(folder, file)}`
    const content = await readFile(file)
    const type = contentType(path)
    // Pictures and fonts are compressed already.
    const isText = /^text\/|json|svg|xml/.test(type)
    const body = isText ? gzipSync(content, { level: 9 }) : content
    files.set(path, {
      body,
      headers: {
        'Content-Type': type,
        'Content-Length': String(body.length),
        'Cache-Control': cacheControl(path),
        ...(isText && { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }),
      },
    })
  }
  return files
}
