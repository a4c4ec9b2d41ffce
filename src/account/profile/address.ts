/**
 * Members of the OpenID Connect claim `address`, a JSON object; Cognito accepts any text.
 * https://openid.net/specs/openid-connect-core-1_0.html#AddressClaim
 */
const addressMembers = ['street_address', 'locality', 'region', 'postal_code', 'country']

/** Lines of an address, stored as the OpenID object or as plain text. */
export function addressLines(value: string): string {
  const object = parse(value)
  if (!object) return value
  const text = (name: string) => (typeof object[name] === 'string' ? object[name] : '')
  return text('formatted') || addressMembers.map(text).filter(Boolean).join('\n')
}

/** OpenID claim with `formatted` only, as it is unknown which line is the city. */
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
