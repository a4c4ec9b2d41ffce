import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'

/** The members of CloudFront's event that the function reads. */
export interface EdgeRequest {
  method: string
  uri: string
}

/** What it answers itself, without asking the bucket. */
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
 * Makes the code of a CloudFront function callable, so that nothing here repeats what it decides.
 *
 * @returns the request, changed or not, or an answer.
 */
export function viewerRequest(code: string): (request: EdgeRequest) => EdgeRequest | EdgeResponse {
  // The function's contract is CloudFront's; `handler` is the one name it has.
  const handler = runInNewContext(`${code}\nhandler`) as (event: {
    request: EdgeRequest
  }) => EdgeRequest | EdgeResponse
  return ({ method, uri }) => handler({ request: { method, uri } })
}
