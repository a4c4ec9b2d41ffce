import { readFileSync } from 'node:fs'
import { createContext, Script } from 'node:vm'

/** The members of CloudFront's event that the function reads. */
export interface EdgeRequest {
  method: string
  uri: string
}

/** An answer of the function itself, without a request to the bucket. */
export interface EdgeResponse {
  statusCode: number
  statusDescription?: string
  headers: Record<string, { value: string }>
}

/** The function as it is deployed. */
export const viewerRequestCode = readFileSync(
  new URL('./viewerRequest.js', import.meta.url),
  'utf8',
)

/**
 * Makes the code of a CloudFront function callable, so that the preview runs the deployed code.
 *
 * @returns the request, changed or not, or an answer.
 * @throws the function's own error; CloudFront would answer 503.
 */
export function viewerRequest(code: string): (request: EdgeRequest) => EdgeRequest | EdgeResponse {
  const script = new Script(`${code}\nanswer = handler({ request })`)
  // One context for all requests: creating one takes longer than a thousand calls.
  const context: { request?: EdgeRequest; answer?: EdgeRequest | EdgeResponse | undefined } = {}
  createContext(context)
  return ({ method, uri }) => {
    context.request = { method, uri }
    context.answer = undefined
    script.runInContext(context)
    if (!context.answer) throw new Error(`The viewer-request function returned nothing for ${uri}`)
    return context.answer
  }
}
