import type { Store } from './store.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/**
 * Deletes what no longer has an effect, so that the state does not grow forever. Sessions are kept
 * for a day after their end, and refresh tokens for a month: late answers get the precise reason of
 * their refusal.
 * @param now milliseconds since the epoch
 */
export function deleteExpired(store: Store, now: number) {
  for (const [id, { expiresAt }] of store.sessions.scan())
    if (now > expiresAt + DAY) store.sessions.delete(id)
  for (const [eventId, { expiresAt }] of store.families.scan())
    if (now > expiresAt + 30 * DAY) store.families.delete(eventId)
  for (const [hash, eventId] of store.refreshTokens.scan())
    if (!store.families.has(eventId)) store.refreshTokens.delete(hash)
  for (const [key, { lastFailureAt }] of store.lockouts.scan())
    if (now > lastFailureAt + HOUR) store.lockouts.delete(key)
  for (const [key, attempts] of store.attempts.scan())
    if (attempts.every((at) => now > at + HOUR)) store.attempts.delete(key)
}
