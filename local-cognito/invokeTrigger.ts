import type { Cognito } from './cognito.ts'
import { CognitoError } from './errors.ts'
import type { Client, Pool, User } from './records.ts'
import type { TriggerContext, TriggerEvents, TriggerFunctions, TriggerName } from './triggers.ts'

/** What an event has besides the pool: the rest is the same for all. */
interface Invocation<Name extends TriggerName> {
  source: TriggerEvents[Name]['triggerSource']
  userName: string
  /** Absent for calls of administrators. */
  client: Client | undefined
  request: Omit<TriggerEvents[Name]['request'], 'clientMetadata'>
  /** Response that the function is to fill in. */
  response: TriggerEvents[Name]['response']
  version?: TriggerEvents[Name]['version']
}

/** Milliseconds until a function has to have responded, and how often it is tried (developer guide,
 * "Customizing user pool workflows with Lambda triggers"). */
const TIMEOUT = 5000
const ATTEMPTS = 3

/** Members that have to come back as they were. */
const COMMON = [
  'version',
  'triggerSource',
  'region',
  'userPoolId',
  'userName',
  'callerContext',
] as const

/**
 * Runs a pool's trigger, while other requests may run: functions call the API, too.
 * @returns its response; undefined where the pool has no such trigger
 * @throws CognitoError `UserLambdaValidationException` with the function's message, where it throws;
 *   `UnexpectedLambdaException` where it does not respond, or does not exist;
 *   `InvalidLambdaResponseException` where it does not return the event. The messages are as reported
 *   of the service.
 */
export async function invokeTrigger<Name extends TriggerName>(
  cognito: Cognito,
  pool: Pool,
  name: Name,
  { source, userName, client, request, response, version = '1' }: Invocation<Name>,
): Promise<TriggerEvents[Name]['response'] | undefined> {
  const run = triggerOf(cognito, pool, name)
  if (!run) return undefined
  const { clientMetadata } = cognito
  const event = {
    version,
    triggerSource: source,
    region: pool.id.slice(0, pool.id.indexOf('_')),
    userPoolId: pool.id,
    userName,
    callerContext: {
      awsSdkVersion: 'aws-sdk-unknown-unknown',
      clientId: client?.id ?? 'CLIENT_ID_NOT_APPLICABLE',
    },
    request: { ...request, ...(clientMetadata && { clientMetadata }) },
    response,
  }
  const context = contextOf(cognito, pool, client, userName)
  const attempt = async () =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- assembled from the parts of this event
    run(copy(event) as TriggerEvents[Name], context)
  const returned: unknown = copy(await cognito.letOthersRun(() => withRetries(name, attempt)))
  if (!isObject(returned) || !COMMON.every((key) => isSame(returned[key], event[key])))
    throw unrecognizable()
  const answered = returned['response'] ?? {}
  if (!isObject(answered)) throw unrecognizable()
  return answered
}

async function withRetries<T>(name: TriggerName, attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    const answer = await responseOf(name, attempt)
    if (answer) return answer.event
  }
  throw unexpected(name, 'Socket timeout while invoking Lambda function')
}

/** @returns undefined where the function does not respond in time */
async function responseOf<T>(name: TriggerName, attempt: () => Promise<T>) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), TIMEOUT)
  })
  try {
    return await Promise.race([attempt().then((event) => ({ event })), late])
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new CognitoError('UserLambdaValidationException', `${name} failed with error ${message}.`)
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Finds the function that a pool names for a trigger. ARNs are those of functions on AWS, which do
 * not run here.
 * @throws CognitoError where the name is none of `triggers`
 */
function triggerOf<Name extends TriggerName>({ triggers }: Cognito, pool: Pool, name: Name) {
  const wanted = nameOf(pool, name)
  if (wanted === undefined || wanted.startsWith('arn:')) return undefined
  const functions: TriggerFunctions | undefined = new Map(Object.entries(triggers)).get(wanted)
  const found = functions?.[name]
  if (!found) throw unexpected(name, 'ResourceNotFoundException')
  return found
}

/** Tells whether a pool names a function for this trigger that runs here. */
export const hasTrigger = (pool: Pool, name: TriggerName) =>
  nameOf(pool, name)?.startsWith('arn:') === false

function nameOf({ settings: { LambdaConfig: config = {} } }: Pool, name: TriggerName) {
  // One name is enough for the three functions of a custom challenge.
  if (name === 'CreateAuthChallenge' || name === 'VerifyAuthChallengeResponse')
    return config[name] ?? config.DefineAuthChallenge
  if (name === 'PreTokenGeneration')
    return config.PreTokenGenerationConfig?.LambdaArn ?? config.PreTokenGeneration
  return config[name]
}

function contextOf(
  cognito: Cognito,
  pool: Pool,
  client: Client | undefined,
  username: string,
): TriggerContext {
  const { DefaultRedirectURI: first, CallbackURLs: others = [] } = client?.settings ?? {}
  return {
    addresses: first === undefined ? others : [first, ...others],
    send: (message) => cognito.send({ ...message, username, poolId: pool.id }),
  }
}

/** `userAttributes` of an event about an existing user. */
export const eventAttributes = ({ sub, status, attributes }: User): Record<string, string> => ({
  sub,
  'cognito:user_status': status,
  ...attributes,
})

export const unrecognizable = () =>
  new CognitoError('InvalidLambdaResponseException', 'Unrecognizable lambda output')

const unexpected = (name: TriggerName, cause: string) =>
  new CognitoError('UnexpectedLambdaException', `${name} invocation failed due to error ${cause}.`)

/** As JSON, which is what goes to a Lambda function and comes back. */
const copy = (value: unknown): unknown =>
  // oxlint-disable-next-line unicorn/prefer-structured-clone -- JSON drops what is no data, as Lambda does
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
