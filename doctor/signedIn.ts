import {
  createSrpSession,
  signSrpSession,
  wrapAuthChallenge,
  wrapInitiateAuth,
} from 'cognito-srp-helper'
import { type Answer, ask, at, inWords, refusalOfAll, type Target, textAt } from './askCognito.ts'
import { type Finding, verdict } from './finding.ts'
import { decode, isSigned } from './jwt.ts'
import type { Published } from './published.ts'
import { sessionFindings } from './session.ts'

export interface TestUser {
  username: string
  password: string
}

/** Signs a test user in, renews the session, ends it, and looks at what its tokens say. */
export async function* signedInFindings(
  target: Target,
  published: Published,
  user: TestUser,
): AsyncGenerator<Finding> {
  const answer = await signIn(target, user)
  const subject = `${user.username} signs in with the password (SRP)`
  const tokens = at(answer.body, 'AuthenticationResult')
  if (tokens === undefined) {
    const challenge = textAt(answer.body, 'ChallengeName')
    const [found, remedy] = refusalOfAll(answer) ?? [
      `Cognito answers ${inWords(answer)}.`,
      challenge === ''
        ? 'Check DOCTOR_USERNAME and DOCTOR_PASSWORD: a confirmed user with a permanent password.'
        : 'Use a test user that is asked for nothing after the password.',
    ]
    const isAskedMore = challenge !== '' && challenge !== 'PASSWORD_VERIFIER'
    yield verdict(subject, found, remedy, isAskedMore ? 'note' : 'wrong')
    return
  }
  yield verdict(subject, undefined, '')
  yield* claimFindings(target, published, tokens)
  yield* sessionFindings(target, tokens)
}

async function signIn(target: Target, { username, password }: TestUser): Promise<Answer> {
  const { clientId: ClientId, poolId } = target
  const session = createSrpSession(username, password, poolId, false)
  const bySrp = { ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: username } }
  let started = await ask(target, 'InitiateAuth', wrapInitiateAuth(session, bySrp))
  if (/not enabled/i.test(started.message)) {
    const PREFERRED_CHALLENGE = 'PASSWORD_SRP'
    started = await ask(target, 'InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: username, PREFERRED_CHALLENGE, SRP_A: session.largeA },
    })
  }
  if (textAt(started.body, 'ChallengeName') !== 'PASSWORD_VERIFIER') return started
  const parameter = (name: string) => textAt(started.body, 'ChallengeParameters', name)
  const ChallengeName = 'PASSWORD_VERIFIER'
  const names = ['SALT', 'SRP_B', 'SECRET_BLOCK', 'USER_ID_FOR_SRP']
  // The library throws where a part is missing, or B is zero, which only a false server sends.
  if (names.some((name) => /^0*$/.test(parameter(name)))) return started
  const ChallengeParameters = Object.fromEntries(names.map((name) => [name, parameter(name)]))
  const signed = signSrpSession(session, { ChallengeName, ChallengeParameters })
  const USERNAME = parameter('USER_ID_FOR_SRP')
  const response = { ClientId, ChallengeName, ChallengeResponses: { USERNAME } }
  const Session = textAt(started.body, 'Session') || undefined
  return ask(target, 'RespondToAuthChallenge', { ...wrapAuthChallenge(signed, response), Session })
}

function* claimFindings(
  { clientId }: Target,
  { issuer, keys }: Published,
  tokens: unknown,
): Generator<Finding> {
  const raw = { access: textAt(tokens, 'AccessToken'), id: textAt(tokens, 'IdToken') }
  for (const use of ['access', 'id'] as const) {
    const { claims } = decode(raw[use])
    const clientClaim = use === 'access' ? 'client_id' : 'aud'
    const nameClaim = use === 'access' ? 'username' : 'cognito:username'
    const wrong = [
      [isSigned(raw[use], keys), 'is not signed with a key of the pool'],
      [textAt(claims, 'token_use') === use, `has token_use ${textAt(claims, 'token_use')}`],
      [textAt(claims, 'iss') === issuer, `has the issuer ${textAt(claims, 'iss') || '(none)'}`],
      [textAt(claims, clientClaim) === clientId, `has another ${clientClaim}`],
      [textAt(claims, 'sub') !== '', 'has no sub'],
      [textAt(claims, nameClaim) !== '', `has no ${nameClaim}`],
      [
        lifetime(claims) === at(tokens, 'ExpiresIn') || use === 'id',
        `is valid for ${lifetime(claims)} s, but ExpiresIn is ${String(at(tokens, 'ExpiresIn'))}`,
      ],
    ].flatMap(([isRight, problem]) => (isRight === true ? [] : String(problem)))
    yield verdict(
      `The ${use} token (valid for ${lifetime(claims) / 60} minutes) has the claims that the site and APIs read`,
      wrong.length > 0 ? `It ${wrong.join(', ')}.` : undefined,
      'Look at a Pre token generation trigger of the pool, and at who answers in the place of Cognito.',
    )
  }
  const { claims } = decode(raw.access)
  yield verdict(
    'The access token may be used for the own account (scope aws.cognito.signin.user.admin)',
    textAt(claims, 'scope').split(' ').includes('aws.cognito.signin.user.admin')
      ? undefined
      : `Its scope is ${textAt(claims, 'scope') || 'missing'}.`,
    'Every account page would fail. A Pre token generation trigger suppresses the scope: let it stay.',
  )
  yield verdict(
    'Tokens can be revoked (origin_jti)',
    textAt(claims, 'origin_jti') === '' ? 'The access token has no origin_jti.' : undefined,
    'Signing out ends nothing at Cognito: set EnableTokenRevocation of the app client.',
  )
  const seconds = Math.abs(Date.now() / 1000 - Number(at(claims, 'iat')))
  yield verdict(
    'The clock of this machine is right',
    seconds < 60 ? undefined : `It differs from Cognito's by ${Math.round(seconds)} s.`,
    'Set the clock. What is said here of lifetimes may be wrong.',
    'note',
  )
}

const lifetime = (claims: unknown) => Number(at(claims, 'exp')) - Number(at(claims, 'iat'))
