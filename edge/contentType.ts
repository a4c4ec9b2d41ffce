const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  wasm: 'application/wasm',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  pdf: 'application/pdf',
}

/**
 * The Content-Type of a file. Every answer has `nosniff`, so a script with another type would not run.
 *
 * Files under /.well-known/ without an extension are JSON (`webauthn`, `apple-app-site-association`).
 */
export function contentType(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const bare = path.startsWith('.well-known/') && !name.includes('.') ? types['json'] : undefined
  return (Object.hasOwn(types, extension) ? types[extension] : bare) ?? 'application/octet-stream'
}
