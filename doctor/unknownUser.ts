import { randomBytes } from 'node:crypto'
import { createSrpSession } from 'cognito-srp-helper'
import { type Answer, ask, at, inWords, refusalOfAll, type Target, textAt } from './askCognito.ts'
import { type Finding, notCognito, verdict } from './finding.ts'

type Flow = 'USER_SRP_AUTH' | 'USER_AUTH' | 'CUSTOM_AUTH'

/**
 * Starts sign-ins of users that do not exist.
 *
 * @param flow that the site uses (`signIn.flow`), if its config is known.
 */
export async function* unknownUserFindings(
  target: Target,
  flow: Flow | undefined,
): AsyncGenerator<Finding> {
  yield* bySrp(target, flow)
  yield await byUserAuth(target, flow)
}

/** A name that no user has. `example.com` gets no mail (RFC 2606). */
const unknownName = () => `doctor-${randomBytes(6).toString('hex')}@example.com`

const concealAccounts =
  'Anyone can find out who has an account. Set PreventUserExistenceErrors of the app client to ENABLED.'

async function* bySrp(target: Target, flow: Flow | undefined): AsyncGenerator<Finding> {
  const subject = 'USER_SRP_AUTH treats an unknown user like a known one'
  const session = createSrpSession(unknownName(), 'unknown', target.poolId, false)
  const start = async () =>
    ask(target, 'InitiateAuth', {
      ClientId: target.clientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: session.username, SRP_A: session.largeA },
    })
  const first = await start()
  if (isFlowOff(first)) {
    yield flowOff('USER_SRP_AUTH', 'ALLOW_USER_SRP_AUTH', flow, first)
    return
  }
  const refused = refusalOfAll(first) ?? unlikeChallenge(first, 'PASSWORD_VERIFIER')
  if (refused) {
    yield verdict(subject, ...refused)
    return
  }
  const of = (answer: Answer, name: string) => textAt(answer.body, 'ChallengeParameters', name)
  const parts = ['SALT', 'SRP_B', 'SECRET_BLOCK', 'USER_ID_FOR_SRP']
  const missing = parts.filter((name) => of(first, name) === '')
  yield verdict(
    subject,
    missing.length > 0 ? `The challenge has no ${missing.join(', ')}.` : undefined,
    notCognito,
  )
  const second = await start()
  yield verdict(
    'The salt of an unknown user stays the same, as that of a known one does',
    of(second, 'SALT') === of(first, 'SALT') ? undefined : 'Two requests get two salts.',
    `${concealAccounts} If it is, this is not Cognito's own answer.`,
  )
  const proven = await ask(target, 'RespondToAuthChallenge', {
    ClientId: target.clientId,
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: {
      USERNAME: of(first, 'USER_ID_FOR_SRP'),
      TIMESTAMP: 'Tue Sep 1 09:05:07 UTC 2026',
      PASSWORD_CLAIM_SECRET_BLOCK: of(first, 'SECRET_BLOCK'),
      PASSWORD_CLAIM_SIGNATURE: randomBytes(32).toString('base64'),
    },
  })
  const isRefused = proven.type === 'NotAuthorizedException'
  yield verdict(
    'A wrong password is refused as Incorrect username or password',
    isRefused && proven.message.startsWith('Incorrect')
      ? undefined
      : `Cognito answers ${inWords(proven)}.`,
    proven.type === 'UserNotFoundException' ? concealAccounts : notCognito,
  )
}

async function byUserAuth(target: Target, flow: Flow | undefined): Promise<Finding> {
  const answer = await ask(target, 'InitiateAuth', {
    ClientId: target.clientId,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: unknownName() },
  })
  if (isFlowOff(answer) || answer.type === 'FeatureUnavailableInTierException') {
    return flowOff('USER_AUTH', 'ALLOW_USER_AUTH (and the Essentials plan)', flow, answer)
  }
  const subject = 'USER_AUTH treats an unknown user like a known one'
  const refused = refusalOfAll(answer) ?? unlikeChallenge(answer)
  if (refused) return verdict(subject, ...refused)
  const isChoice = textAt(answer.body, 'ChallengeName') === 'SELECT_CHALLENGE'
  const offered = at(answer.body, 'AvailableChallenges')
  const isEmpty = isChoice && !(Array.isArray(offered) && offered.length > 0)
  return verdict(subject, isEmpty ? 'It offers no method to choose from.' : undefined, notCognito)
}

/**
 * The difference from an answer that is a challenge, and what to do about it.
 *
 * @param name of the challenge; any will do if it is left out.
 */
function unlikeChallenge(answer: Answer, name?: string): [string, string] | undefined {
  const challenge = textAt(answer.body, 'ChallengeName')
  const isExpected = name === undefined ? challenge !== '' : challenge === name
  if (isExpected && answer.status === 200) return undefined
  const found = `Cognito answers ${inWords(answer)}.`
  return [found, answer.type === 'UserNotFoundException' ? concealAccounts : notCognito]
}

const isFlowOff = ({ type, message }: Answer) =>
  type === 'InvalidParameterException' && /not enabled/i.test(message)

function flowOff(name: Flow, setting: string, used: Flow | undefined, answer: Answer): Finding {
  if (used !== undefined && used !== name) {
    return { kind: 'ok', subject: `${name} is off, and the site does not use it` }
  }
  return verdict(
    `The app client allows the flow of the site (${name})`,
    `Cognito answers ${inWords(answer)}.`,
    `Add ${setting} to ExplicitAuthFlows of the client, or set signIn.flow to one that it has.`,
    used === undefined ? 'note' : 'wrong',
  )
}
