import type { TokenClaims } from '#auth/state.ts'
import { formatDateTime, formatRelative } from '#i18n/format.ts'
import type { MessageKey } from '#i18n/messageTypes.ts'
import type { Translate } from '#i18n/translate.ts'
import { durationText } from './valueText.ts'

type MethodKey = Extract<MessageKey, `access.means.${string}`>
type ScopeKey = Extract<MessageKey, `access.scope.${string}`>

/** Values of `amr`: RFC 8176, section 2, and `email_otp` and `fed`, which are Cognito's own. */
const methodKeys: Record<string, MethodKey> = {
  pwd: 'access.means.pwd',
  otp: 'access.means.otp',
  sms: 'access.means.sms',
  email_otp: 'access.means.email_otp',
  hwk: 'access.means.hwk',
  swk: 'access.means.swk',
  fed: 'access.means.fed',
  user: 'access.means.user',
  mfa: 'access.means.mfa',
}

const scopeKeys: Record<string, ScopeKey> = {
  'aws.cognito.signin.user.admin': 'access.scope.admin',
  openid: 'access.scope.openid',
  email: 'access.scope.email',
  phone: 'access.scope.phone',
  profile: 'access.scope.profile',
}

interface DetailItem {
  key: string
  term: string
  value: string | string[]
}

/**
 * Details of the sign-in: time, provider, methods, level, lifetime of the tokens and scopes. Details that the
 * tokens do not have are left out.
 *
 * @param times epoch milliseconds
 */
export function signInItems(
  { id, access }: TokenClaims,
  { signedInAt, now }: { signedInAt: number; now: number },
  t: Translate,
): DetailItem[] {
  const lifetime = (claims: Record<string, unknown>) =>
    t('access.lasts', {
      duration: durationText(t, Number(claims['exp']) - Number(claims['iat'])),
    })
  const items: (DetailItem | undefined)[] = [
    {
      key: 'since',
      term: t('account.signedInAt'),
      value: t('account.when', {
        date: formatDateTime(t, signedInAt),
        relative: formatRelative(t, signedInAt, now),
      }),
    },
    optionalItem('provider', t('access.provider'), providersIn(id)),
    optionalItem(
      'methods',
      t('access.means'),
      translateCodes(stringsIn(id['amr'] ?? access['amr']), methodKeys, t),
    ),
    optionalItem('level', t('access.level'), levelsIn(id['acr'] ?? access['acr'])),
    { key: 'access', term: t('access.accessToken'), value: lifetime(access) },
    { key: 'id', term: t('access.idToken'), value: lifetime(id) },
    optionalItem(
      'scopes',
      t('access.scopes'),
      translateCodes(scopesIn(access['scope']), scopeKeys, t),
    ),
  ]
  return items.filter((one) => one !== undefined)
}

/** IAM roles of the user's groups: the preferred role, then the others. */
export function roleItems({ id }: TokenClaims, t: Translate): DetailItem[] {
  const preferred = id['cognito:preferred_role']
  return [
    optionalItem('role', t('access.role'), typeof preferred === 'string' ? [preferred] : []),
    optionalItem(
      'roles',
      t('access.roles'),
      stringsIn(id['cognito:roles']).filter((role) => role !== preferred),
    ),
  ].filter((one) => one !== undefined)
}

function optionalItem(key: string, term: string, value: string[]): DetailItem | undefined {
  return value.length === 0 ? undefined : { key, term, value }
}

function stringsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function scopesIn(value: unknown): string[] {
  return typeof value === 'string' ? value.split(' ').filter(Boolean) : []
}

function translateCodes(
  codes: string[],
  keys: Record<string, MethodKey | ScopeKey>,
  t: Translate,
): string[] {
  return codes.map((code) => {
    const key = Object.hasOwn(keys, code) ? keys[code] : undefined
    return key === undefined ? code : t(key)
  })
}

/** Shortens Cognito's levels (`urn:cognito:loa:2` to `2`); leaves others unchanged. */
function levelsIn(value: unknown): string[] {
  return typeof value === 'string' ? [/:loa:(\d+)$/.exec(value)?.[1] ?? value] : []
}

/** Names of the identity providers that a federated user signs in with. */
function providersIn({ identities }: Record<string, unknown>): string[] {
  if (!Array.isArray(identities)) return []
  return identities.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'providerName' in one
      ? [String(one.providerName)]
      : [],
  )
}
