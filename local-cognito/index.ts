import { injectedAnswer } from '#local-cognito/devtools/faultInjection.ts'
import { deliver } from '#local-cognito/messages/outbox.ts'
import { answerDomain } from '#local-cognito/oauth/domain.ts'
import { operations } from '#local-cognito/operations/operations.ts'
import { discovery } from '#local-cognito/tokens/discovery.ts'
import type { Triggers } from './triggers.ts'
import { checkInput, type Constraint } from '#local-cognito/http/constraints.ts'
import { readInput, checkSignature, sourceOf } from '#local-cognito/http/request.ts'
import {
  operationResponse,
  jsonResponse,
  preflightResponse,
  errorResponse,
} from '#local-cognito/http/responses.ts'
import { devtools } from '#local-cognito/devtools/devtools.ts'
import { CognitoError } from './errors.ts'
import type { Cognito } from './cognito.ts'
import type { Operation } from '#local-cognito/operations/operation.ts'
import type { Message } from './records.ts'
import { Store } from './store.ts'

export interface CognitoOptions {
  /** The state to start from; an empty one otherwise. */
  store?: Store
  /** Milliseconds since the epoch. `Date.now`, read at each call, unless given. */
  now?: () => number
  /** Base of the token issuer, which is `${origin}/${poolId}`. The origin of each request otherwise. */
  origin?: string
  /** Hears of every mail and SMS that a real pool would have sent. */
  onMessage?: (message: Message) => void
  /** Awaited before an answer leaves, so that what was acknowledged is also durable. */
  afterChange?: (store: Store) => Promise<void> | void
  /** What CUSTOM_AUTH may run, by the name that a pool's `LambdaConfig.DefineAuthChallenge` gives. */
  triggers?: Triggers
  /** Hears of errors that are no refusal, hence mistakes in this program. `console.error` otherwise. */
  onError?: (error: unknown) => void
}

export interface LocalCognito {
  readonly store: Store
  /** Never rejects: whatever goes wrong becomes an answer, as it would over the network. */
  readonly handle: (request: Request) => Promise<Response>
}

const TARGET = 'AWSCognitoIdentityProviderService.'

/**
 * Any operation. Methods, since their parameters may be narrower than said here: `checkInput` is
 * what makes an unknown input the one that the operation takes.
 */
interface Action extends Pick<Operation<never, unknown>, 'signed' | 'readOnly'> {
  members: Readonly<Record<string, Constraint<unknown>>>
  prepare?(input: object, cognito: Cognito): Promise<unknown>
  run(input: object, cognito: Cognito): Promise<object | void> | object | void
}

const actions = new Map<string, Action>(Object.entries(operations))

/** A Cognito in a function. It knows no host: adapters bring it requests. */
export function createCognito(options: CognitoOptions = {}): LocalCognito {
  const store = options.store ?? new Store()
  const now = options.now ?? (() => Date.now())
  const alone = queue()
  const saved = async () => options.afterChange?.(store)

  const changing = (job: () => Promise<Response>) =>
    alone(async () => {
      const response = await job()
      await saved()
      return response
    })

  const seenBy = (request: Request): Cognito => ({
    store,
    origin: options.origin ?? new URL(request.url).origin,
    source: sourceOf(request),
    now,
    send(message) {
      const sent = { ...message, sentAt: new Date(now()).toISOString() }
      deliver(store, sent)
      options.onMessage?.(sent)
    },
    triggers: options.triggers ?? {},
  })

  async function call(request: Request, cognito: Cognito) {
    const target = request.headers.get('X-Amz-Target') ?? ''
    const operation = actions.get(target.startsWith(TARGET) ? target.slice(TARGET.length) : '')
    if (!operation) throw new CognitoError('UnknownOperationException')
    if (operation.signed) checkSignature(request)
    const input = await readInput(request)
    checkInput(operation.members, input)
    await operation.prepare?.(input, cognito)
    return alone(async () => {
      try {
        return operationResponse(await operation.run(input, cognito))
      } finally {
        // A refusal changes something too: it is counted.
        if (!operation.readOnly) await saved()
      }
    })
  }

  async function route(request: Request) {
    const { pathname } = new URL(request.url)
    const cognito = seenBy(request)
    const hosted = await answerDomain(request, cognito, changing)
    if (hosted) return hosted
    if (request.method === 'OPTIONS') return preflightResponse(request)
    if (/^\/_local(\/|$)/.test(pathname)) return devtools(request, cognito)
    if (request.method === 'POST' && pathname === '/')
      return (await injectedAnswer(request, cognito)) ?? call(request, cognito)
    const found = request.method === 'GET' && (await discovery(pathname, cognito, saved))
    return found || jsonResponse({ message: 'Not found' }, 404)
  }

  async function handle(request: Request) {
    try {
      return await route(request)
    } catch (error) {
      if (error instanceof CognitoError) return errorResponse(error)
      const report = options.onError ?? ((cause: unknown) => console.error(cause))
      report(error)
      return errorResponse(new CognitoError('InternalErrorException', 'Internal server error.'))
    }
  }

  return { store, handle }
}

/** Runs one job at a time, in the order they came, so that no two race for the same state. */
function queue() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(job: () => Promise<T>): Promise<T> => {
    const done = last.then(job, job)
    last = done
    return done
  }
}
