import { array, assert, constantFrom, oneof, property, string, webPath } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewerRequest, viewerRequestCode } from './viewerRequest.ts'

const handler = viewerRequest(viewerRequestCode)

/** Any path, with segments that the function treats specially more often than by chance. */
const uri = array(
  oneof(
    string({ unit: 'binary', maxLength: 20 }),
    webPath(),
    constantFrom('assets', '.well-known', 'change-password', '..', '.', '', '%2e%2e', '%00'),
    constantFrom('index.html', 'account', '\\', '?', '#', '\u{1F600}', '\uD800'),
  ),
  { maxLength: 8 },
).map((segments) => `/${segments.join('/')}`)

describe('the viewer-request function', () => {
  it('is below the limit of 10 kB', () => {
    expect(Buffer.byteLength(viewerRequestCode)).toBeLessThan(10_240)
  })

  it('keeps an address, rewrites it to index.html, or redirects to the password page; 10,000 times', () => {
    const outcomes = new Set<string>()
    assert(
      property(uri, constantFrom('GET', 'HEAD', 'POST'), (given, method) => {
        const outcome = outcomeOf(method, given)
        outcomes.add(outcome)
        expect(['unchanged', 'index.html', 'redirect']).toContain(outcome)
      }),
      { numRuns: 10_000, examples: [['/.well-known/change-password', 'GET']] },
    )
    expect([...outcomes].toSorted()).toEqual(['index.html', 'redirect', 'unchanged'])
  })
})

function outcomeOf(method: string, given: string): string {
  const answer = handler({ method, uri: given })
  if ('uri' in answer) {
    if (answer.method !== method) return `another method: ${answer.method}`
    if (answer.uri === given) return 'unchanged'
    return answer.uri === '/index.html' ? 'index.html' : `another address: ${answer.uri}`
  }
  const { statusCode, headers } = answer
  const isTheOne =
    given === '/.well-known/change-password' &&
    statusCode === 302 &&
    headers['location']?.value === '/account/password'
  return isTheOne ? 'redirect' : `another answer: ${JSON.stringify(answer)}`
}
