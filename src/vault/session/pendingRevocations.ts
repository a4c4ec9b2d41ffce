import type { CallCognito } from '#vault/cognito/actions.ts'
import { isTransient, VaultError } from '#vault/cognito/vaultError.ts'
import type { VaultEnvironment } from '#vault/protocol/environment.ts'
import * as is from '#vault/protocol/validators.ts'
import type { EncryptedStorage } from './encryptedStorage.ts'
import { addFailure, failuresShape, pauseBeforeTry, type Failures } from './failures.ts'
import { createStoredList } from './storedList.ts'
import type { TabLock } from './tabLock.ts'
import { claimsOf, isReadable, type TokenSet } from './tokens.ts'

/** A refresh token that Cognito has still to be told to revoke. */
interface PendingRevocation {
  refreshToken: string
  /** Epoch milliseconds: when it ends by itself, so that there is nothing left to revoke. */
  endsAt: number
  /** Of all tokens on the list together: they fail for the same reason. */
  failures?: Failures
}

/** Refresh tokens of sessions that have ended in this browser, and that Cognito has still to be told of. */
export interface PendingRevocations {
  /**
   * Revokes a refresh token at Cognito. Where Cognito cannot be reached, the token stays on the list until it can be.
   *
   * @returns whether it is revoked; false if that takes longer than some seconds.
   */
  revoke: (tokens: TokenSet) => Promise<boolean>
  /**
   * Sends what is due, and reports whether anything is left.
   *
   * @param urgent true at the start and when the network is back: then it is sent before its turn.
   */
  check: (urgent: boolean) => Promise<void>
  close: () => void
}

interface Deps {
  call: CallCognito
  clientId: string
  /** The client's RefreshTokenValidity, if the config has it. */
  validitySeconds: number | undefined
  environment: Pick<VaultEnvironment, 'isOnline'>
  /** Undefined where nothing may be stored on disk: then the list is lost with the worker. */
  onDisk: EncryptedStorage | undefined
  tabLock: TabLock
  /** Tells the other tabs that the list has changed. */
  announce: () => void
  /** Aborted when the vault closes. */
  closed: AbortSignal
}

const isList = is.isArrayOf(
  is.isShape(
    { refreshToken: is.isString, endsAt: is.isNumber },
    { failures: is.isShape(failuresShape) },
  ),
)

/** Cognito's default RefreshTokenValidity: 30 days. */
const defaultValiditySeconds = 30 * 24 * 60 * 60

/** How long a sign-out, and the sign-in after it, wait for Cognito. */
const patienceMs = 5_000

const longestPauseMs = 5 * 60_000

/**
 * Creates the one list of a vault. It is shared by all tabs, of which one sends at a time, with growing pauses.
 *
 * @param onChange told whether anything is left that could not be sent.
 */
export function createPendingRevocations(
  { call, clientId, validitySeconds, environment, onDisk, tabLock, announce, closed }: Deps,
  onChange: (isPending: boolean) => void,
): PendingRevocations {
  const list = createStoredList<PendingRevocation>(onDisk, 'pendingRevocations', isList)
  /** Refresh tokens whose first try is still expected to be answered. */
  const expected = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Returns whether nothing is left to do: revoked, or refused for good. */
  async function send(refreshToken: string): Promise<{ done: boolean; revoked: boolean }> {
    try {
      await call('RevokeToken', { Token: refreshToken, ClientId: clientId })
      return { done: true, revoked: true }
    } catch (error) {
      if (!(error instanceof VaultError)) throw error
      return { done: isRefusal(error), revoked: false }
    }
  }

  /** Notes a try before it is made, so that a tab that closes meanwhile leaves the note to the others. */
  const noteTry = (pending: readonly PendingRevocation[]) => {
    const known = pending.find(({ failures }) => failures)?.failures
    const failures = addFailure(known, Date.now(), longestPauseMs)
    return pending.map((one) => ({ ...one, failures }))
  }

  const remove = (refreshToken: string) =>
    list.change((pending) => pending.filter((one) => one.refreshToken !== refreshToken))

  /** Takes the note back: without a network, Cognito was spared the try. */
  const forgetTry = () =>
    list.change((pending) =>
      pending.map((one) => {
        const { failures: _, ...untried } = one
        return untried
      }),
    )

  async function settle(refreshToken: string, done: boolean) {
    if (done) await remove(refreshToken)
    else if (!environment.isOnline()) await forgetTry()
  }

  async function readList(): Promise<readonly PendingRevocation[]> {
    const pending = await list.read()
    const live = pending.filter(({ endsAt }) => endsAt > Date.now())
    if (live.length < pending.length) {
      await list.change((present) => present.filter(({ endsAt }) => endsAt > Date.now()))
    }
    return live
  }

  async function sendDue(urgent: boolean) {
    for (const { refreshToken, failures } of await readList()) {
      if (closed.aborted || pauseBeforeTry(failures, urgent) > 0) return
      await list.change(noteTry)
      const { done } = await send(refreshToken)
      await settle(refreshToken, done)
      // The others would fail likewise.
      if (!done) return
      announce()
    }
  }

  /** @returns whether anything is left. */
  async function report(): Promise<boolean> {
    const pending = (await readList()).filter(({ refreshToken }) => !expected.has(refreshToken))
    if (closed.aborted) return false
    onChange(pending.length > 0)
    clearTimeout(timer)
    const [next] = pending
    if (!next) return false
    // Without a network it is the event that tells when to try; the timer is for browsers that miss it.
    const pause = next.failures ? pauseBeforeTry(next.failures, false) : 60_000
    timer = setTimeout(checkInBackground, pause, false)
    return true
  }

  async function check(urgent: boolean) {
    // As at nearly every start: then nobody need wait for the lock, or read the list again.
    if (!(await report())) return
    await tabLock.exclusive('revoke', () => sendDue(urgent))
    await report()
  }

  function checkInBackground(urgent: boolean) {
    check(urgent).catch(reportError)
  }

  async function revoke(tokens: TokenSet): Promise<boolean> {
    const { refreshToken } = tokens
    expected.add(refreshToken)
    const tried = tryFirst(tokens)
    const outcome = await Promise.race([tried, afterPatience()])
    expected.delete(refreshToken)
    const update = async () => {
      await report()
      announce()
    }
    await update()
    if (!outcome) tried.then(update).catch(reportError)
    return outcome?.revoked ?? false
  }

  /** Sends and stores at the same time, because the tab may be closed right after a sign-out. */
  async function tryFirst(tokens: TokenSet) {
    const { refreshToken } = tokens
    const endsAt = endOf(tokens, validitySeconds)
    const [outcome] = await Promise.all([
      send(refreshToken),
      list.change((pending) => noteTry([...pending, { refreshToken, endsAt }])),
    ])
    await settle(refreshToken, outcome.done)
    return outcome
  }

  return {
    revoke,
    check,
    close: () => clearTimeout(timer),
  }
}

/** Whether Cognito has refused for good. A firewall that blocks for a while does not answer for Cognito. */
function isRefusal(error: VaultError): boolean {
  return error.exception !== undefined && !isTransient(error) && error.data.code !== 'blocked'
}

function endOf(tokens: TokenSet, validitySeconds = defaultValiditySeconds): number {
  const { sessionEndsAt } = isReadable(tokens) ? claimsOf(tokens, validitySeconds) : {}
  return sessionEndsAt ?? Date.now() + validitySeconds * 1000
}

const afterPatience = () =>
  new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs, undefined))
