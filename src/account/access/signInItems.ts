import type { TokenClaims } from '#auth/state.ts'
import { formatDateTime, formatRelative } from '#i18n/format.ts'
import type { MessageKey } from '#i18n/messageTypes.ts'
import type { Translate } from '#i18n/translate.ts'
import { durationText } from './valueText.ts'

type MeansKey = Extract<MessageKey, `access.means.${string}`>
type ScopeKey = Extract<MessageKey, `access.scope.${string}`>

/** RFC 8176, section 2, and Cognito's own: `email_otp`, `fed`. */
const means: Record<string, MeansKey> = {
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

const scopes: Record<string, ScopeKey> = {
  'aws.cognito.signin.user.admin': 'access.scope.admin',
  openid: 'access.scope.openid',
  email: 'access.scope.email',
  phone: 'access.scope.phone',
  profile: 'access.scope.profile',
}

interface Fact {
  key: string
  term: string
  value: string | string[]
}

/** How somebody signed in and what that gives them, as far as the tokens say so. */
export function signInItems(
  { id, access }: TokenClaims,
  { signedInAt, now }: { signedInAt: number; now: number },
  t: Translate,
): Fact[] {
  const lasts = (claims: Record<string, unknown>) =>
    t('access.lasts', {
      duration: durationText(t, Number(claims['exp']) - Number(claims['iat'])),
    })
  const all: (Fact | undefined)[] = [
    {
      key: 'since',
      term: t('account.signedInAt'),
      value: t('account.when', {
        date: formatDateTime(t, signedInAt),
        relative: formatRelative(t, signedInAt, now),
      }),
    },
    fact('provider', t('access.provider'), providersIn(id)),
    fact('means', t('access.means'), named(texts(id['amr'] ?? access['amr']), means, t)),
    fact('level', t('access.level'), levelsIn(id['acr'] ?? access['acr'])),
    { key: 'access', term: t('access.accessToken'), value: lasts(access) },
    { key: 'id', term: t('access.idToken'), value: lasts(id) },
    fact('scopes', t('access.scopes'), named(wordsIn(access['scope']), scopes, t)),
  ]
  return all.filter((one) => one !== undefined)
}

/** The roles of the person's groups in AWS, the one that is used first first. */
export function roleItems({ id }: TokenClaims, t: Translate): Fact[] {
  const preferred = id['cognito:preferred_role']
  return [
    fact('role', t('access.role'), typeof preferred === 'string' ? [preferred] : []),
    fact(
      'roles',
      t('access.roles'),
      texts(id['cognito:roles']).filter((role) => role !== preferred),
    ),
  ].filter((one) => one !== undefined)
}

function fact(key: string, term: string, value: string[]): Fact | undefined {
  return value.length === 0 ? undefined : { key, term, value }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function wordsIn(value: unknown): string[] {
  return typeof value === 'string' ? value.split(' ').filter(Boolean) : []
}

function named(codes: string[], keys: Record<string, MeansKey | ScopeKey>, t: Translate): string[] {
  return codes.map((code) => {
    const key = Object.hasOwn(keys, code) ? keys[code] : undefined
    return key === undefined ? code : t(key)
  })
}

/** The number of one of Cognito's levels, `urn:cognito:loa:2`; others as they are. */
function levelsIn(value: unknown): string[] {
  return typeof value === 'string' ? [/:loa:(\d+)$/.exec(value)?.[1] ?? value] : []
}

/** Whose account it was, for somebody who came over the pool's domain. */
function providersIn({ identities }: Record<string, unknown>): string[] {
  if (!Array.isArray(identities)) return []
  return identities.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'providerName' in one
      ? [String(one.providerName)]
      : [],
  )
}
