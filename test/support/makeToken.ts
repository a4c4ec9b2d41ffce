/** Makes a JWT with this payload and a signature that nobody checks: the vault does not, and Cognito never sees it. */
export function makeToken(payload: unknown): string {
  const json = JSON.stringify(payload) ?? ''
  return `e30.${Buffer.from(json).toString('base64url')}.c2lnbmF0dXJl`
}
