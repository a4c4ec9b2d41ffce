import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html */
const compressible =
  /^(text\/|image\/svg\+xml|font\/(ttf|otf)|application\/(javascript|json|manifest\+json|wasm|xml|x-javascript))/
const size = { from: 1000, to: 10_000_000 }

/** Compresses as CloudFront does, where it does. */
export function encode(
  body: Uint8Array,
  type: string,
  offered: readonly string[],
  accepted: string,
): { body: Uint8Array; encoding?: 'br' | 'gzip' } {
  if (!compressible.test(type) || body.length < size.from || body.length > size.to) return { body }
  const names = accepted.split(',').map((one) => one.split(';')[0]?.trim())
  const takes = (name: string) => offered.includes(name) && names.includes(name)
  if (takes('br')) {
    // CloudFront's is about as quick.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
    return { body: brotliCompressSync(body, { params }), encoding: 'br' }
  }
  return takes('gzip') ? { body: gzipSync(body), encoding: 'gzip' } : { body }
}
