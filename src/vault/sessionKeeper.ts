import type { CallCognito } from './actions.ts'
import { isPassing, VaultError } from './errors.ts'
import type { SignedOutReason } from './messages.ts'
import { renewTokens } from './renewTokens.ts'
import type { SessionRecord, SessionStore } from './sessionStore.ts'
import { claimsOf } from './tokens.ts'

/** What the tabs of one browser share, besides the store. */
export interface Tabs {
  locks: LockManager
  /** Says only that something changed; what, each tab reads from the store. */
  channel: BroadcastChannel
  /** Keeps the locks of several pools on one origin apart. */
  name: string
}

export interface SessionKeeper {
  current: () => SessionRecord | undefined
  /** Takes up the session this browser has, if it may be continued in this run of the browser. */
  restore: (run: string) => Promise<void>
  begin: (record: SessionRecord) => Promise<void>
  /** Over here at once and in the other tabs; at Cognito if it can be reached. */
  end: () => Promise<{ revoked: boolean }>
  /**
   * Calls with a living access token of this user; renews it first, or once after a refusal.
   * @throws VaultError `notSignedIn` when it is somebody else by now.
   */
  withAccessToken: <Result>(
    userId: string,
    use: (accessToken: string) => Promise<Result>,
  ) => Promise<Result>
  close: () => void
}

type OnChange = (record: SessionRecord | undefined, reason?: SignedOutReason) => void

/** Laptops sleep and clocks jump: a long timer lies, so the wall clock is asked this often. */
const tickMs = 30_000

/** Owns the session: one writer in this tab, in step with the others. */
export function createSessionKeeper(
  call: CallCognito,
  clientId: string,
  store: SessionStore,
  tabs: Tabs,
  onChange: OnChange,
): SessionKeeper {
  let current: SessionRecord | undefined
  let renewing: Promise<SessionRecord> | undefined
  const stopped = new AbortController()

  function set(record: SessionRecord | undefined, reason?: SignedOutReason) {
    current = record
    onChange(record, reason)
  }

  tabs.channel.onmessage = () => {
    void followOtherTabs()
  }

  async function followOtherTabs() {
    const stored = await store.read()
    if (stored) set(stored)
    else if (current) set(undefined, 'signedOutElsewhere')
  }

  const tick = setInterval(() => {
    // Failing is no news: the next tick, or the next call, tries again.
    if (current && isDue(current)) renew(current).catch(() => undefined)
  }, tickMs)

  /** @param stale what the caller holds: if the store has something newer by then, that will do. */
  function renew(stale: SessionRecord): Promise<SessionRecord> {
    renewing ??= tabs.locks
      .request(`${tabs.name}:renew`, () => renewUnderLock(stale))
      .finally(() => {
        renewing = undefined
      })
    return renewing
  }

  async function renewUnderLock(stale: SessionRecord): Promise<SessionRecord> {
    const stored = await store.read()
    if (stored?.id !== stale.id) {
      await followOtherTabs()
      throw new VaultError({ code: 'notSignedIn' })
    }
    const renewedElsewhere = stored.tokens.accessToken !== stale.tokens.accessToken
    if (renewedElsewhere && !isDue(stored)) {
      set(stored)
      return stored
    }
    const next = { ...stored, tokens: await renewOrEnd(stored) }
    if (!(await store.update(next))) {
      // Ended meanwhile, here or in another tab: what was just brought to life must not outlive it.
      await revoke(next)
      await followOtherTabs()
      throw new VaultError({ code: 'notSignedIn' })
    }
    set(next)
    tabs.channel.postMessage('changed')
    return next
  }

  async function renewOrEnd(record: SessionRecord) {
    try {
      return await renewTokens(call, clientId, record.tokens, stopped.signal)
    } catch (error) {
      if (isPassing(error)) throw error
      await store.clear(record.id)
      if (current?.id === record.id) set(undefined, 'sessionExpired')
      tabs.channel.postMessage('changed')
      throw error
    }
  }

  async function revoke(record: SessionRecord): Promise<boolean> {
    try {
      await call('RevokeToken', { Token: record.tokens.refreshToken, ClientId: clientId })
      return true
    } catch (error) {
      if (error instanceof VaultError) return false
      throw error
    }
  }

  return {
    current: () => current,
    async restore(run) {
      const others = await joinOtherTabs(tabs, stopped.signal)
      const stored = await store.read()
      if (!stored) return
      const belongsHere = stored.keep || stored.run === run || others
      if (belongsHere) set(stored)
      else await store.clear(stored.id)
    },
    async begin(record) {
      await store.write(record)
      set(record)
      tabs.channel.postMessage('changed')
    },
    async end() {
      // Another tab may have renewed since; its refresh token is the one that lives.
      const record = (await store.read()) ?? current
      if (!record) return { revoked: true }
      await store.clear(record.id)
      set(undefined, 'signedOutHere')
      tabs.channel.postMessage('changed')
      return { revoked: await revoke(record) }
    },
    async withAccessToken(userId, use) {
      if (!current || claimsOf(current.tokens).userId !== userId) {
        throw new VaultError({ code: 'notSignedIn' })
      }
      const record = isExpired(current) ? await renew(current) : current
      try {
        return await use(record.tokens.accessToken)
      } catch (error) {
        if (!(error instanceof VaultError) || error.data.code !== 'notSignedIn') throw error
        return use((await renew(record)).tokens.accessToken)
      }
    },
    close() {
      stopped.abort()
      clearInterval(tick)
      tabs.channel.close()
    },
  }
}

/** Past four fifths of its life. All tabs may find so at once: the first under the lock renews for all. */
function isDue({ tokens }: SessionRecord): boolean {
  const { accessExpiresAt, accessIssuedAt } = claimsOf(tokens)
  return Date.now() >= accessIssuedAt + (accessExpiresAt - accessIssuedAt) * 0.8
}

/** Too little left to be sure that it still lives when it arrives. */
function isExpired({ tokens }: SessionRecord): boolean {
  return Date.now() >= claimsOf(tokens).accessExpiresAt - 10_000
}

/**
 * Counts this tab among the living: a lock held as long as its worker runs.
 * @returns whether another tab was there before.
 */
async function joinOtherTabs({ locks, name }: Tabs, until: AbortSignal): Promise<boolean> {
  const lock = `${name}:alive`
  const { held = [] } = await locks.query()
  const others = held.some((other) => other.name === lock)
  void locks.request(lock, { mode: 'shared' }, () => {
    return new Promise<void>((resolve) => until.addEventListener('abort', () => resolve()))
  })
  return others
}
