import type { TokenClaims } from '#auth/state.ts'
import { formatDateTime, formatRelative } from '#i18n/format.ts'
import type { TextKey } from '#i18n/sentences.ts'
import type { Text } from '#i18n/text.ts'
import { durationText } from './valueText.ts'

type MeansKey = Extract<TextKey, `access.means.${string}`>
type ScopeKey = Extract<TextKey, `access.scope.${string}`>

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
  text: Text,
): Fact[] {
  const lasts = (claims: Record<string, unknown>) =>
    text('access.lasts', {
      duration: durationText(text, Number(claims['exp']) - Number(claims['iat'])),
    })
  const all: (Fact | undefined)[] = [
    {
      key: 'since',
      term: text('account.signedInAt'),
      value: text('account.when', {
        date: formatDateTime(text, signedInAt),
        relative: formatRelative(text, signedInAt, now),
      }),
    },
    fact('provider', text('access.provider'), providersIn(id)),
    fact('means', text('access.means'), named(texts(id['amr'] ?? access['amr']), means, text)),
    fact('level', text('access.level'), levelsIn(id['acr'] ?? access['acr'])),
    { key: 'access', term: text('access.accessToken'), value: lasts(access) },
    { key: 'id', term: text('access.idToken'), value: lasts(id) },
    fact('scopes', text('access.scopes'), named(wordsIn(access['scope']), scopes, text)),
  ]
  return all.filter((one) => one !== undefined)
}

/** The roles of the person's groups in AWS, the one that is used first first. */
export function roleItems({ id }: TokenClaims, text: Text): Fact[] {
  const preferred = id['cognito:preferred_role']
  return [
    fact('role', text('access.role'), typeof preferred === 'string' ? [preferred] : []),
    fact(
      'roles',
      text('access.roles'),
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

function named(codes: string[], keys: Record<string, MeansKey | ScopeKey>, text: Text): string[] {
  return codes.map((code) => {
    const key = Object.hasOwn(keys, code) ? keys[code] : undefined
    return key === undefined ? code : text(key)
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
