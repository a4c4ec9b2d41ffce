import type { AuthErrorCode } from '#vault/protocol/errors.ts'

/** Types of exceptions, each with the code it stands for. The first match wins. */
const patterns: [RegExp, AuthErrorCode][] = [
  [/throttl|toomany|limitexceeded/i, 'tooManyRequests'],
  [/unavailable|internal|timeout|aborted/i, 'serviceUnavailable'],
  // No action of this name: a region or a partition that has not got it yet.
  [/^UnknownOperation/, 'misconfigured'],
  // An endpoint that is another service, or a proxy that removes headers.
  [/AuthenticationToken|UnrecognizedClient|IncompleteSignature|OptInRequired/, 'misconfigured'],
  [/^(Validation|Serialization)/, 'invalidInput'],
]

/**
 * Returns the code of an answer that is not in Cognito's API model: an error common to all of AWS's services, or the
 * answer of a firewall, a proxy or a gateway, which has no type.
 *
 * - https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html
 * - AWS WAF answers 403 to a block, 405 to a captcha and 202 to a challenge:
 *   https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html
 *
 * @param type empty for an answer without one
 */
export function unmodelledCode(status: number, type = ''): AuthErrorCode {
  const [, known] = patterns.find(([pattern]) => pattern.test(type)) ?? []
  if (known) return known
  if (status === 429) return 'tooManyRequests'
  if (status >= 500) return 'serviceUnavailable'
  if (status === 202 || status === 403 || status === 405) return 'blocked'
  if (type !== '') return 'unexpected'
  return status === 404 ? 'misconfigured' : 'serviceUnavailable'
}
