const EMAIL = ['email', 'email_verified']
const PHONE = ['phone_number', 'phone_number_verified']
const PROFILE = [
  'name',
  'family_name',
  'given_name',
  'middle_name',
  'nickname',
  'preferred_username',
  'profile',
  'picture',
  'website',
  'gender',
  'birthdate',
  'zoneinfo',
  'locale',
  'updated_at',
]

/**
 * Filters attributes by scope. `openid` alone gives everything that the client may read; together
 * with other scopes, only theirs.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html
 */
export function attributesInScope(scopes: string[], readable: Record<string, string>) {
  const isNarrow = ['email', 'phone', 'profile'].some((scope) => scopes.includes(scope))
  if (!isNarrow) return readable
  const hasProfile = scopes.includes('profile')
  const given = [
    'identities',
    ...(scopes.includes('email') ? EMAIL : []),
    ...(scopes.includes('phone') ? PHONE : []),
    ...(hasProfile ? PROFILE : []),
  ]
  const entries = Object.entries(readable)
  return Object.fromEntries(
    entries.filter(([name]) => given.includes(name) || (hasProfile && name.startsWith('custom:'))),
  )
}
