import { array, assert, constantFrom, oneof, property, string, webPath, webUrl } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextPath, signInPath } from './paths.ts'

const origin = 'https://portal.example.com'
const resolve = (path: string) => new URL(path, `${origin}/sign-in`)

/** Parts of which addresses of other origins are made. */
const parts = constantFrom(
  ...'/ \\ . .. // ; @ : ? # \t \n \0 %2f %5c %2e %25 %00 %09 。 ä https: javascript: evil.example account'.split(
    ' ',
  ),
)

const anyText = oneof(
  array(parts).map((some) => some.join('')),
  string({ unit: 'binary' }),
  string({ unit: 'grapheme' }),
  webUrl({ withQueryParameters: true, withFragments: true }),
)

describe('nextPath', () => {
  it('never leaves the origin, whatever the query has', () => {
    assert(
      property(anyText, (next) => {
        const path = nextPath(next)
        expect(resolve(path).origin).toBe(origin)
        expect(path.startsWith('/') && !path.startsWith('//')).toBe(true)
        // Nor after one more decoding, by a proxy on its way.
        const decoded = decodeURIComponent(path.split(/[?#]/)[0] ?? '')
        expect(resolve(decoded).origin).toBe(origin)
        // A second check changes nothing.
        expect(nextPath(path)).toBe(path)
      }),
      { numRuns: 5000 },
    )
  })

  it('comes back whole through the address of the sign-in page', () => {
    assert(
      property(webPath(), anyText, anyText, (path, query, fragment) => {
        const wanted = new URL(`/account${path === '/' ? '' : path}`, origin)
        wanted.search = new URLSearchParams({ query }).toString()
        wanted.hash = fragment
        const { pathname, search, hash } = wanted
        const address = signInPath({ pathname, search, hash })
        const next = resolve(address).searchParams.get('next')
        expect(next).toBe(pathname + search + hash)
        // Longer addresses and those that a proxy could read in two ways lead to the account instead.
        expect([next, '/account']).toContain(nextPath(next))
      }),
      { numRuns: 1000 },
    )
  })
})
