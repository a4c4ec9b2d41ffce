// For use behind a JWT authorizer of API Gateway (HTTP API), which has verified the token.
interface Event {
  requestContext: { authorizer: { jwt: { claims: Record<string, string>; scopes?: string[] } } }
}

/** Returns the groups of the caller. The authorizer passes every claim as text, a list as `[admins members]`. */
export function groupsOf({ requestContext }: Event): string[] {
  const { 'cognito:groups': groups = '' } = requestContext.authorizer.jwt.claims
  return groups
    .replaceAll(/^\[|\]$/g, '')
    .split(/[\s,]+/)
    .filter(Boolean)
}
