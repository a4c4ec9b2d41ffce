import { randomText } from '#local-cognito/bytes.ts'
import type { Pool } from '#local-cognito/records.ts'

const CLASSES = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!@#$%^&*']

/**
 * What an invitation carries when the administrator chose nothing: every class of character, and
 * long enough for the pool.
 */
export function temporaryPassword(pool: Pool) {
  const length = Math.max(8, pool.settings.Policies?.PasswordPolicy?.MinimumLength ?? 8)
  const oneOfEach = CLASSES.map((characters) => randomText(1, characters)).join('')
  return oneOfEach + randomText(length - CLASSES.length, CLASSES.slice(0, 3).join(''))
}
