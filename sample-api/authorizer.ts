// Behind a JWT authorizer of API Gateway (HTTP API), which has checked the token already.
interface Event {
  requestContext: { authorizer: { jwt: { claims: Record<string, string>; scopes?: string[] } } }
}

/** Its groups. The authorizer gives every claim as text, a list as `[admins members]`. */
export function groupsOf({ requestContext }: Event): string[] {
  const { 'cognito:groups': groups = '' } = requestContext.authorizer.jwt.claims
  return groups
    .replaceAll(/^\[|\]$/g, '')
    .split(/[\s,]+/)
    .filter(Boolean)
}
