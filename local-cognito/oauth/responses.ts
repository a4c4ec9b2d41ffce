import { jsonResponse } from '#local-cognito/http/responses.ts'

/** Redirects. Never cached and without a referrer, since the address may carry a code. */
export const redirect = (to: string, status: 302 | 303 = 302) =>
  new Response(null, {
    status,
    headers: { Location: to, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  })

/** Appends parameters to an address. */
export function withQuery(address: string, query: Record<string, string | undefined>) {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams(given).toString()}`
}

export const plain = (text: string, status: number) =>
  new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })

/** JSON answer for a client; never cached (RFC 6749, section 5.1). */
export function clientJson(body: object, status = 200) {
  const response = jsonResponse(body, status)
  response.headers.set('Content-Type', 'application/json;charset=UTF-8')
  response.headers.set('Cache-Control', 'no-store')
  response.headers.set('Pragma', 'no-cache')
  return response
}
