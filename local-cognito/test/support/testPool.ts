import type {
  AttributeType,
  CreateUserPoolClientRequest,
  CreateUserPoolRequest,
  InitiateAuthResponse,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { createSrpSession, signSrpSession } from 'cognito-srp-helper'
import { BigInteger } from 'jsbn'
import { expect, inject } from 'vitest'
import { type CognitoOptions, createCognito } from '#local-cognito/index.ts'
import type { operations } from '#local-cognito/operations/operations.ts'
import { createClient, createPool } from '#local-cognito/pools/pools.ts'
import type { User } from '#local-cognito/records.ts'
import { power } from '#local-cognito/srp/group.ts'
import { type Changes, inPool, Store } from '#local-cognito/store.ts'
import { setPassword } from '#local-cognito/users/passwords.ts'
import { addUser, findUser } from '#local-cognito/users/users.ts'

export const PASSWORD = 'Correct-Horse-9'

type Action = keyof typeof operations
type Output<Name extends Action> = Awaited<ReturnType<(typeof operations)[Name]['run']>>

/** Refusal as a client sees it; `message` is absent where the body has none. */
export interface ApiError {
  type: string
  message?: string
}

export interface TestPoolOptions {
  pool?: Partial<CreateUserPoolRequest>
  client?: Partial<CreateUserPoolClientRequest>
  options?: CognitoOptions
}

// oxlint-disable-next-line typescript/unbound-method -- assigned back below
const { modPow } = BigInteger.prototype

/** Chooses the arithmetic of `cognito-srp-helper`: its own takes 180 ms for a proof, native BigInt 20 ms. */
export function computeSrp(by: 'helper' | 'browser') {
  BigInteger.prototype.modPow = by === 'helper' ? modPow : powerModN
}

function powerModN(this: BigInteger, exponent: BigInteger, modulus: BigInteger) {
  const base = BigInt(`0x${this.mod(modulus).toString(16)}`)
  return new BigInteger(power(base, BigInt(`0x${exponent.toString(16)}`)).toString(16), 16)
}

computeSrp('browser')

/**
 * Opens a Cognito with one pool, one client and a confirmed user called jo. After each change, a copy
 * of the state that was only told the changes has to equal it: none was missed.
 */
export async function openTestPool(settings: TestPoolOptions = {}) {
  const store = new Store()
  const copy = new Store()
  const afterChange = (changes: Changes) => {
    copy.apply(plain(changes))
    expect(plain(copy)).toEqual(plain(store))
  }
  const cognito = createCognito({ store, afterChange, ...settings.options })
  const now = () => Date.now()
  const pool = createPool(store, { PoolName: 'test', ...settings.pool }, { now: now() })
  // Shared by all pools, since generating keys is slow.
  pool.keys = inject('signingKeys')
  const makeClient = (clientSettings: TestPoolOptions['client'] = {}) =>
    createClient(
      store,
      { UserPoolId: pool.id, ClientName: 'app', ...clientSettings },
      { now: now() },
    )
  const client = makeClient(settings.client)
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
  async function refused(action: Action, input: object): Promise<ApiError> {
    const { status, text } = await send(action, { ClientId, ...input })
    if (status === 200) throw new Error(`${action} was not refused: ${text}`)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every refusal has this shape
    const { __type: type, ...rest } = JSON.parse(text) as { __type: string; message?: string }
    return { type, ...rest }
  }

  /** Adds a confirmed user with a password; `given` overrides the defaults. */
  async function addTestUser(username: string, given: Partial<User> = {}, password = PASSWORD) {
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

  /** Makes the answer to PASSWORD_VERIFIER, by a third-party SRP client. */
  async function srpResponse(username: string, password = PASSWORD, timestamp?: string) {
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
    call('RespondToAuthChallenge', await srpResponse(username, password))

  /** Signs in and returns the tokens. */
  const tokensFor = async (username: string, password = PASSWORD) =>
    tokensOf(await signInBySrp(username, password))

  await addTestUser('jo', {
    attributes: { email: 'jo@example.com', email_verified: 'true' },
  })

  return {
    cognito,
    store,
    pool,
    client,
    /** Read from the store each time, so that a test's change to it is noticed. */
    get jo() {
      const jo = store.users.get(inPool(pool.id, 'jo'))
      if (!jo) throw new Error('jo has been deleted.')
      return jo
    },
    makeClient,
    addTestUser,
    send,
    call,
    refused,
    startSrp,
    srpResponse,
    signInBySrp,
    tokensFor,
    user: (name: string) => findUser(store, pool, name),
    /** Newest code that was sent to an address. */
    codeFor: (to: string) => store.messages.find((message) => message.to === to)?.code ?? '',
  }
}

// oxlint-disable-next-line unicorn/prefer-structured-clone -- what a file would hold
const plain = (value: Changes | Store): unknown => JSON.parse(JSON.stringify(value))

export type TestPool = Awaited<ReturnType<typeof openTestPool>>

export function tokensOf(answer: InitiateAuthResponse | RespondToAuthChallengeResponse) {
  const { AccessToken, IdToken, RefreshToken } = answer.AuthenticationResult ?? {}
  if (!AccessToken || !IdToken || !RefreshToken)
    throw new Error(`No tokens: ${JSON.stringify(answer)}`)
  return { AccessToken, IdToken, RefreshToken }
}

export const toAttributes = (attributes: Record<string, string>): AttributeType[] =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))

/** Claims of a token, unverified. */
export function claimsOf(token: string): Record<string, unknown> {
  const [, payload = ''] = token.split('.')
  const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
  const claims: unknown = JSON.parse(text)
  return typeof claims === 'object' && claims !== null ? { ...claims } : {}
}

export const MINUTE = 60 * 1000
export const HOUR = 60 * MINUTE
