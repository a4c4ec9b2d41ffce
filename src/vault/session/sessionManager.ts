import type { CallCognito } from '#vault/cognito/actions.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { TabChannel, VaultEnvironment } from '#vault/protocol/environment.ts'
import type { SignedOutReason } from '#vault/protocol/messages.ts'
import { isEnd, wantedEnds, reasonElsewhere, refusalReason } from './endReason.ts'
import type { PendingRevocations } from './pendingRevocations.ts'
import type { SessionLimits } from './sessionLimits.ts'
import { createSessionRenewal } from './sessionRenewal.ts'
import type { SessionRecord, SessionStore } from './sessionStore.ts'
import type { TabLock } from './tabLock.ts'
import { areOfOneFamily, claimsOf, isExpired, isReadable } from './tokens.ts'

export interface SessionManager {
  /**
   * Restores the stored session, if it outlives the browser or began in this browser session; removes and revokes it
   * if not.
   *
   * @param prepare awaited before the session is shown.
   */
  restore: (browserSessionId: string, prepare: (id: string) => Promise<void>) => Promise<void>
  /**
   * Stores a new session in place of the one before it, whose refresh token is revoked unless the new tokens are of
   * its family.
   *
   * @param ready awaited, beside the storing, before the session is shown.
   */
  begin: (record: SessionRecord, ready?: Promise<void>) => Promise<void>
  current: () => SessionRecord | undefined
  /** Ends the session if it has reached a limit. @returns whether it has. */
  endIfOver: () => Promise<boolean>
  /** Signs out in all tabs at once; revokes the refresh token at Cognito, now or as soon as it can be reached. */
  end: (reason: SignedOutReason) => Promise<{ revoked: boolean }>
  /** Renews the tokens now, whether they are due or not. @throws VaultError `notSignedIn` and others. */
  renew: (userId: string) => Promise<void>
  /** Renews the tokens in the background if they are due, before the turn of a renewal that has failed. */
  renewIfDue: () => void
  /**
   * Calls `use` with a valid access token of this user. Renews the token before if it has expired, and once
   * after a refusal.
   * @throws VaultError `notSignedIn` if this user is not signed in any more, or what `use` throws.
   */
  withAccessToken: <Result>(
    userId: string,
    use: (accessToken: string) => Promise<Result>,
  ) => Promise<Result>
  close: () => void
}

type OnChange = (record: SessionRecord | undefined, reason?: SignedOutReason) => void

export interface SessionManagerDeps {
  call: CallCognito
  clientId: string
  store: SessionStore
  tabLock: TabLock
  limits: SessionLimits
  /** The client's RefreshTokenValidity, if the config has it. */
  validitySeconds: number | undefined
  /** Tells the other tabs that the session has changed or has ended; never anything about it. */
  channel: TabChannel | undefined
  revocations: PendingRevocations
  environment: Pick<VaultEnvironment, 'isOnline'>
  /** Aborted when the vault closes. */
  closed: AbortSignal
}

/** Makes the owner of the session: the only writer in this tab, in step with the other tabs. */
export function createSessionManager(deps: SessionManagerDeps, onChange: OnChange): SessionManager {
  const { store, tabLock, limits, channel, revocations } = deps
  let current: SessionRecord | undefined
  /** The end of a session that has reached a limit, while it is carried out. */
  let ending: Promise<boolean> | undefined
  /** Why the session ended, as another tab has told. */
  let toldReason: SignedOutReason | undefined
  /** Incremented on every read and write, so that a slow read cannot overwrite newer state. */
  let revision = 0

  function set(record: SessionRecord | undefined, reason?: SignedOutReason) {
    revision += 1
    current = record
    if (record) toldReason = undefined
    onChange(record, reason)
  }

  if (channel) {
    channel.onmessage = ({ data }) => {
      if (isEnd(data)) toldReason = reasonElsewhere(data.ended)
      // In tabs that do not share a store, each ends its own session.
      if (toldReason && wantedEnds.has(toldReason) && !store.shared) void endHere(toldReason, true)
      else void followOtherTabs()
      if (data === 'changed') revocations.check(false).catch(reportError)
    }
  }

  async function followOtherTabs() {
    revision += 1
    const readRevision = revision
    const stored = await store.read()
    if (readRevision !== revision) return
    if (stored) set(stored)
    else if (current) set(undefined, toldReason ?? 'signedOutElsewhere')
  }

  const renewal = createSessionRenewal({
    ...deps,
    current: () => current,
    set,
    followOtherTabs,
    revokeUnlessContinued,
    async endRefused(record, error) {
      const reason = refusalReason(error, record.tokens, deps.validitySeconds)
      await store.remove(record.id)
      if (current?.id === record.id) set(undefined, reason)
      channel?.postMessage({ ended: reason })
    },
  })

  /** Ends the session of this tab and revokes its refresh token. `told`: whether another tab has told so. */
  async function endHere(reason: SignedOutReason, told = false): Promise<{ revoked: boolean }> {
    const present = current
    if (!present) return { revoked: true }
    // Another tab may have renewed the session: then its refresh token is the valid one.
    const stored = await store.read()
    const record = stored?.id === present.id ? stored : present
    await store.remove(record.id)
    set(undefined, reason)
    if (!told) channel?.postMessage({ ended: reason })
    // With the account, its tokens are gone.
    const revoked = reason === 'accountDeleted' || (await revocations.revoke(record.tokens))
    return { revoked }
  }

  /** Revokes what a session leaves behind. A re-authentication may continue its family, which would end with it. */
  async function revokeUnlessContinued(record: SessionRecord, successor?: SessionRecord) {
    if (!successor || !areOfOneFamily(record.tokens, successor.tokens)) {
      await revocations.revoke(record.tokens)
    }
  }

  async function endIfOver(): Promise<boolean> {
    if (!current || !limits.reached(current)) return false
    ending ??= endAtLimit(current).finally(() => (ending = undefined))
    if (await ending) return true
    await followOtherTabs()
    return false
  }

  /** @returns false if other tabs were used, or verified the user again, while this one slept. */
  async function endAtLimit(known: SessionRecord): Promise<boolean> {
    const { record, reason } = await limits.lookAgain(known, store)
    if (!reason) return false
    await store.remove(record.id)
    set(undefined, reason)
    channel?.postMessage({ ended: reason })
    // In the background: Cognito may be out of reach.
    revocations.revoke(record.tokens).catch(reportError)
    return true
  }

  function recordOf(userId: string): SessionRecord {
    if (current && claimsOf(current.tokens).userId === userId) return current
    throw new VaultError({ code: 'notSignedIn' })
  }

  return {
    async restore(browserSessionId, prepare) {
      const stored = await store.read()
      if (!stored) return
      const mayContinue =
        stored.rememberMe || stored.browserSessionId === browserSessionId || tabLock.hasOtherTabs
      if (mayContinue && isReadable(stored.tokens)) {
        if (await endAtLimit(stored)) return
        await prepare(stored.id)
        set(stored)
      } else {
        await store.remove(stored.id)
        // In the background: the page does not wait for Cognito.
        revocations.revoke(stored.tokens).catch(reportError)
      }
    },
    current: () => current,
    endIfOver,
    async begin(record, ready) {
      const before = await store.read()
      limits.begin(record)
      await Promise.all([store.write(record), ready])
      set(record)
      channel?.postMessage('changed')
      // No tab holds the session before this one any more, so it is ended here.
      if (before) await revokeUnlessContinued(before, record)
    },
    end: (reason) => endHere(reason),
    async renew(userId) {
      await endIfOver()
      await renewal.renew(recordOf(userId), true)
    },
    renewIfDue: () => renewal.renewIfDue(true),
    async withAccessToken(userId, use) {
      await endIfOver()
      const present = recordOf(userId)
      const record = isExpired(present.tokens) ? await renewal.renew(present, true) : present
      try {
        return await use(record.tokens.accessToken)
      } catch (error) {
        if (!(error instanceof VaultError) || error.data.code !== 'notSignedIn') throw error
        return use((await renewal.renew(record, true)).tokens.accessToken)
      }
    },
    close() {
      renewal.close()
      channel?.close()
    },
  }
}
