import { VaultError } from '#vault/cognito/vaultError.ts'
import type { VaultEnvironment } from '#vault/protocol/environment.ts'
import { addFailure, pauseBeforeTry } from './failures.ts'
import { isOutageCode, type Outage, type SessionRecord, type SessionStore } from './sessionStore.ts'

/** Keeps the renewals of all tabs together within a limit, while Cognito is down. */
export interface RenewalLimit {
  /**
   * @param urgent whether a user waits for the renewal, or the network is back.
   * @throws VaultError as the last renewal did, where it is too early for the next one.
   */
  check: (record: SessionRecord, urgent: boolean) => void
  /** Stores a failure for all tabs. */
  noteFailure: (record: SessionRecord, startedAt: number, error: unknown) => Promise<void>
  close: () => void
}

/** @param retry called when the next renewal is due after a failure. */
export function createRenewalLimit(
  store: SessionStore,
  { isOnline }: Pick<VaultEnvironment, 'isOnline'>,
  retry: () => void,
): RenewalLimit {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  function retryAfter(outage: Outage) {
    clearTimeout(timer)
    if (!isClosed) timer = setTimeout(retry, pauseBeforeTry(outage, false))
  }

  return {
    check({ outage }, urgent) {
      if (!outage || pauseBeforeTry(outage, urgent) === 0) return
      retryAfter(outage)
      throw new VaultError({ code: outage.code })
    },
    async noteFailure(record, startedAt, error) {
      // Without a network, Cognito was spared the renewal. A closed tab has given it up.
      if (isClosed || !isOnline()) return
      const code = error instanceof VaultError ? error.data.code : undefined
      const outage = {
        ...addFailure(record.outage, startedAt),
        code: isOutageCode(code) ? code : 'serviceUnavailable',
      } as const
      if (await store.update({ ...record, outage })) retryAfter(outage)
    },
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
