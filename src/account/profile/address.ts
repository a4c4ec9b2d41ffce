/**
 * An OpenID address is a JSON object; Cognito keeps whatever text it is given.
 * https://openid.net/specs/openid-connect-core-1_0.html#AddressClaim
 */
const addressMembers = ['street_address', 'locality', 'region', 'postal_code', 'country']

/** The lines of an address, however it is kept. */
export function addressLines(value: string): string {
  const object = parse(value)
  if (!object) return value
  const text = (name: string) => (typeof object[name] === 'string' ? object[name] : '')
  return text('formatted') || addressMembers.map(text).filter(Boolean).join('\n')
}

/** As OpenID has it, the other parts left out: nobody has said which line is which. */
export function addressClaim(lines: string): string {
  return lines === '' ? '' : JSON.stringify({ formatted: lines })
}

function parse(value: string): Record<string, unknown> | undefined {
  if (!value.startsWith('{')) return undefined
  try {
    const object: unknown = JSON.parse(value)
    return typeof object === 'object' && object !== null ? { ...object } : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
