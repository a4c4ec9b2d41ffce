import { devtools } from '#local-cognito/devtools/devtools.ts'
import { withFaults } from '#local-cognito/devtools/faultInjection.ts'
import { checkInput, type Constraint } from '#local-cognito/http/constraints.ts'
import { checkSignature, readInput, regionOf, sourceOf } from '#local-cognito/http/request.ts'
import {
  errorResponse,
  jsonResponse,
  operationResponse,
  preflightResponse,
} from '#local-cognito/http/responses.ts'
import {
  customMessage,
  isCustomized,
  type MessageOccasion,
} from '#local-cognito/messages/customMessage.ts'
import { deliver } from '#local-cognito/messages/outbox.ts'
import { answerDomain } from '#local-cognito/oauth/domain.ts'
import type { Operation } from '#local-cognito/operations/operation.ts'
import { operations } from '#local-cognito/operations/operations.ts'
import { discovery } from '#local-cognito/tokens/discovery.ts'
import { type Assumptions, makeAssumptions } from './assumptions.ts'
import type { Cognito, Power, RunAndSave } from './cognito.ts'
import { deleteExpired } from './deleteExpired.ts'
import { CognitoError } from './errors.ts'
import type { Message } from './records.ts'
import { power } from './srp/group.ts'
import { type Changes, Store } from './store.ts'
import type { Triggers } from './triggers.ts'
import { createTurns } from './turns.ts'

export interface CognitoOptions {
  /** Initial state; empty by default. */
  store?: Store
  /** Clock, in milliseconds since the epoch; `Date.now` by default. */
  now?: () => number
  /** Base of the token issuer, `${origin}/${poolId}`; by default the origin of each request. */
  origin?: string
  /** Called with every email and SMS that a real pool would have sent. */
  onMessage?: (message: Message) => void
  /**
   * Called with what a request changed, one request at a time, and awaited before its answer, so that
   * an acknowledged change is durable. The records are the store's own: copy what is to be kept.
   */
  afterChange?: (changes: Changes) => Promise<void> | void
  /** Functions of Lambda triggers, by the name that a pool's `LambdaConfig` gives in place of an ARN. */
  triggers?: Triggers
  /** Arithmetic of SRP; by `BigInt` by default. `adapters/opensslPower.ts` is ten times faster in Node. */
  power?: Power
  /** Answers to open questions about AWS, where they differ from the defaults. */
  assumptions?: Partial<Assumptions>
  /** Called with unexpected errors, hence bugs of this program; `console.error` by default. */
  onError?: (error: unknown) => void
}

export interface LocalCognito {
  readonly store: Store
  /**
   * Answers one request. Never rejects: unexpected errors become `InternalErrorException`.
   * @example
   * ```ts
   * const response = await cognito.handle(
   *   new Request('http://localhost/', {
   *     method: 'POST',
   *     headers: { 'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth' },
   *     body: JSON.stringify({ ClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME } }),
   *   }),
   * )
   * ```
   */
  readonly handle: (request: Request) => Promise<Response>
}

const HOUR = 60 * 60 * 1000

const TARGET = 'AWSCognitoIdentityProviderService.'

/**
 * Any operation. Declared as methods for their bivariant parameters: `checkInput` makes sure that
 * the input is the one the operation takes.
 */
interface Action extends Pick<Operation<never, unknown>, 'signed'> {
  members: Readonly<Record<string, Constraint<unknown>>>
  prepare?(input: object, cognito: Cognito): Promise<unknown>
  run(input: object, cognito: Cognito): Promise<object | void> | object | void
}

const actions = new Map<string, Action>(Object.entries(operations))

interface Opened {
  cognito: Cognito
  runAndSave: RunAndSave
  sendCustomized: (context: Cognito, occasion: MessageOccasion) => Promise<void>
}

/**
 * Creates a Cognito that runs in this process and knows no host; adapters bring it requests. An
 * empty one has no pool: call `seed`, or CreateUserPool.
 * @returns the state, and the function that answers requests
 * @example
 * ```ts
 * const cognito = createCognito({ onMessage: ({ to, code }) => console.info(to, code) })
 * await seed(cognito.store)
 * const response = await cognito.handle(new Request('http://localhost/_local/config'))
 * ```
 */
export function createCognito(options: CognitoOptions = {}): LocalCognito {
  const store = options.store ?? new Store()
  const now = options.now ?? (() => Date.now())
  const assumptions = makeAssumptions(options.assumptions)
  const takeTurn = createTurns()
  let expiredAt = -Infinity

  async function save() {
    const changes = store.takeChanges()
    if (changes) await options.afterChange?.(changes)
  }

  /** Makes what one request needs: the context, and the function that runs its job. */
  function open(request: Request) {
    const turn = takeTurn()
    /** Messages that a trigger has still to word. */
    const unsent: Omit<Message, 'sentAt'>[] = []

    function sendNow(message: Omit<Message, 'sentAt'>) {
      const sent = { ...message, sentAt: new Date(now()).toISOString() }
      deliver(store, sent)
      options.onMessage?.(sent)
    }

    const cognito: Cognito = {
      store,
      origin: options.origin ?? new URL(request.url).origin,
      source: sourceOf(request),
      region: regionOf(request),
      now,
      send(message) {
        if (isCustomized({ store }, message)) unsent.push(message)
        else sendNow(message)
      },
      triggers: options.triggers ?? {},
      power: options.power ?? power,
      async letOthersRun(job) {
        const watchAgain = store.rememberWatched()
        await save()
        try {
          return await turn.letOthersRun(job)
        } finally {
          watchAgain()
        }
      },
      assumptions,
    }

    /** Runs a job while no other runs, and saves what it changed, also when it throws: refusals are counted. */
    const runAndSave: RunAndSave = (job) =>
      turn.run(async () => {
        try {
          return await job()
        } finally {
          if (now() >= expiredAt + HOUR) deleteExpired(store, (expiredAt = now()))
          await save()
        }
      })

    async function sendCustomized(context: Cognito, occasion: MessageOccasion) {
      for (const message of unsent) sendNow(await customMessage(context, message, occasion))
    }

    return { cognito, runAndSave, sendCustomized }
  }

  async function call(request: Request, { cognito, runAndSave, sendCustomized }: Opened) {
    const target = request.headers.get('X-Amz-Target') ?? ''
    const action = target.startsWith(TARGET) ? target.slice(TARGET.length) : ''
    const operation = actions.get(action)
    if (!operation)
      throw new CognitoError('UnknownOperationException', `Unknown operation: ${target || 'none'}`)
    if (operation.signed) checkSignature(request)
    const input = await readInput(request)
    checkInput(operation.members, input)
    await operation.prepare?.(input, cognito)
    const context = { ...cognito, ...metadataFor(action, input) }
    return runAndSave(async () => {
      const answer = await operation.run(input, context)
      await sendCustomized(context, { action, input })
      return operationResponse(answer)
    })
  }

  async function route(request: Request) {
    const { pathname } = new URL(request.url)
    const opened = open(request)
    const { cognito, runAndSave } = opened
    const hosted = await answerDomain(request, cognito, runAndSave)
    if (hosted) return hosted
    if (/^\/_local(\/|$)/.test(pathname)) return devtools(request, cognito)
    if (request.method === 'OPTIONS') return preflightResponse(request)
    if (request.method === 'POST' && pathname === '/')
      return withFaults(request, cognito, () => call(request, opened))
    const found = request.method === 'GET' && (await discovery(pathname, cognito, runAndSave))
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

/**
 * Finds the `ClientMetadata` of a request. Of InitiateAuth, it reaches only triggers that get it as
 * `validationData` (API reference, InitiateAuth).
 */
function metadataFor(action: string, { ClientMetadata: given }: { ClientMetadata?: unknown }) {
  if (typeof given !== 'object' || given === null) return {}
  const metadata = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, String(value)]),
  )
  return action.endsWith('InitiateAuth')
    ? { validationData: metadata }
    : { clientMetadata: metadata }
}
