import type {
  AttributeType,
  CreateUserPoolClientRequest,
  CreateUserPoolRequest,
  InitiateAuthResponse,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
// oxlint-disable-next-line no-restricted-imports -- an SRP client that nobody here wrote; for tests
import { createSrpSession, signSrpSession } from 'cognito-srp-helper'
// oxlint-disable-next-line no-restricted-imports -- its arithmetic
import { BigInteger } from 'jsbn'
// oxlint-disable-next-line no-restricted-imports -- a fixture
import { inject } from 'vitest'
import type { operations } from '#local-cognito/operations/index.ts'
import { createClient, createPool } from '#local-cognito/pools/pools.ts'
import { power } from '#local-cognito/srp/group.ts'
import { setPassword } from '#local-cognito/users/passwords.ts'
import { addUser, findUser } from '#local-cognito/users/users.ts'
import { createCognito, type CognitoOptions } from './index.ts'
import type { User } from './records.ts'

export const PASSWORD = 'Correct-Horse-9'

type Action = keyof typeof operations
type Output<Name extends Action> = Awaited<ReturnType<(typeof operations)[Name]['run']>>

/** A refusal as a client sees it; `message` is absent where the body has none. */
export interface Refusal {
  type: string
  message?: string
}

export interface World {
  pool?: Partial<CreateUserPoolRequest>
  client?: Partial<CreateUserPoolClientRequest>
  options?: CognitoOptions
}

// oxlint-disable-next-line typescript/unbound-method -- to be put back there
const { modPow } = BigInteger.prototype

/**
 * Chooses who computes for `cognito-srp-helper`: its own arithmetic takes 180 ms for a proof, ours 20.
 */
export function computeSrp(by: 'helper' | 'browser') {
  BigInteger.prototype.modPow = by === 'helper' ? modPow : powerModN
}

function powerModN(this: BigInteger, exponent: BigInteger, modulus: BigInteger) {
  const base = BigInt(`0x${this.mod(modulus).toString(16)}`)
  return new BigInteger(power(base, BigInt(`0x${exponent.toString(16)}`)).toString(16), 16)
}

computeSrp('browser')

/** A Cognito of one's own with one pool, one client and somebody called jo, confirmed. */
export async function openCognito(world: World = {}) {
  const cognito = createCognito(world.options)
  const { store } = cognito
  const now = () => Date.now()
  const pool = createPool(store, { PoolName: 'test', ...world.pool }, { now: now() })
  pool.keys = inject('signingKeys')
  const makeClient = (settings: World['client'] = {}) =>
    createClient(store, { UserPoolId: pool.id, ClientName: 'app', ...settings }, { now: now() })
  const client = makeClient(world.client)
  const ClientId = client.id

  async function send(action: string, input: unknown, headers: Record<string, string> = {}) {
    const request = new Request('http://cognito.test/', {
      method: 'POST',
      headers: { 'X-Amz-Target': `AWSCognitoIdentityProviderService.${action}`, ...headers },
      body: typeof input === 'string' ? input : JSON.stringify(input),
    })
    const response = await cognito.handle(request)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  /** Calls an operation that has to succeed. */
  async function call<Name extends Action>(action: Name, input: object): Promise<Output<Name>> {
    const { status, text } = await send(action, { ClientId, ...input })
    if (status !== 200) throw new Error(`${action}: ${text}`)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the operation is typed to answer
    return JSON.parse(text) as Output<Name>
  }

  /** Calls an operation that has to be refused. */
  async function refused(action: Action, input: object): Promise<Refusal> {
    const { status, text } = await send(action, { ClientId, ...input })
    if (status === 200) throw new Error(`${action} was not refused: ${text}`)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every refusal has this shape
    const { __type: type, ...rest } = JSON.parse(text) as { __type: string; message?: string }
    return { type, ...rest }
  }

  /** Adds somebody confirmed who has a password, or what `given` says instead. */
  async function addPerson(username: string, given: Partial<User> = {}, password = PASSWORD) {
    const defaults = { username, status: 'CONFIRMED', attributes: {} } as const
    const user = addUser(store, pool, { ...defaults, ...given }, now())
    const temporary = user.status === 'FORCE_CHANGE_PASSWORD'
    await setPassword(pool, user, password, { now: now(), temporary })
    return user
  }

  const startSrp = (username: string, A: string, input: object = {}) =>
    call('InitiateAuth', {
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: username, SRP_A: A },
      ...input,
    })

  /** The answer to PASSWORD_VERIFIER, by an SRP client that nobody here wrote. */
  async function proof(username: string, password = PASSWORD, timestamp?: string) {
    const session = createSrpSession(username, password, pool.id, false)
    const started = await startSrp(username, session.largeA)
    const stamped = timestamp === undefined ? session : { ...session, timestamp }
    const signed = signSrpSession(stamped, {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: started.ChallengeParameters,
    })
    return {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: {
        USERNAME: started.ChallengeParameters?.['USER_ID_FOR_SRP'] ?? '',
        TIMESTAMP: signed.timestamp,
        PASSWORD_CLAIM_SIGNATURE: signed.passwordSignature,
        PASSWORD_CLAIM_SECRET_BLOCK: signed.secret,
      },
    }
  }

  const signInBySrp = async (username: string, password = PASSWORD) =>
    call('RespondToAuthChallenge', await proof(username, password))

  /** Signs in, and answers the tokens. */
  const tokensFor = async (username: string, password = PASSWORD) =>
    tokensOf(await signInBySrp(username, password))

  const jo = await addPerson('jo', {
    attributes: { email: 'jo@example.com', email_verified: 'true' },
  })

  return {
    cognito,
    store,
    pool,
    client,
    jo,
    makeClient,
    addPerson,
    send,
    call,
    refused,
    startSrp,
    proof,
    signInBySrp,
    tokensFor,
    user: (name: string) => findUser(store, pool, name),
    /** The newest code that went to somebody. */
    codeFor: (to: string) => store.messages.find((message) => message.to === to)?.code ?? '',
  }
}

export type Bed = Awaited<ReturnType<typeof openCognito>>

export function tokensOf(answer: InitiateAuthResponse | RespondToAuthChallengeResponse) {
  const { AccessToken, IdToken, RefreshToken } = answer.AuthenticationResult ?? {}
  if (!AccessToken || !IdToken || !RefreshToken)
    throw new Error(`No tokens: ${JSON.stringify(answer)}`)
  return { AccessToken, IdToken, RefreshToken }
}

export const toAttributes = (attributes: Record<string, string>): AttributeType[] =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))

/** The claims of a token, unverified. */
export function claimsOf(token: string): Record<string, unknown> {
  const [, payload = ''] = token.split('.')
  const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
  const claims: unknown = JSON.parse(text)
  return typeof claims === 'object' && claims !== null ? { ...claims } : {}
}

export const MINUTE = 60 * 1000
export const HOUR = 60 * MINUTE
