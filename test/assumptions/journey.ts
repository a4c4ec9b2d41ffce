import type { Auth } from '#auth/auth.ts'
import type { Session } from '#auth/state.ts'
import { errorCode } from '#test/support/expectations.ts'
import type { TestPool } from '#test/support/startCognito.ts'

export const email = 'ada@example.com'
export const password = 'Correct-Horse-1'

/** Returns the session. @throws {Error} unless the user is signed in */
export function signedIn(auth: Auth): Session {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return state.session
}

/** Chooses the password where there is a choice, and enters it where it is asked for. */
export async function enterPassword(auth: Auth): Promise<void> {
  const chosen = auth.getState()
  if (chosen.status === 'challenge' && chosen.challenge.kind === 'chooseMethod')
    await chosen.challenge.answer({ method: 'PASSWORD' })
  const asked = auth.getState()
  if (asked.status === 'challenge' && asked.challenge.kind === 'password')
    await asked.challenge.answer({ password })
}

/** Enters the newest code by email, and where the step has been started again, the next one. */
export async function enterSentCode(testPool: TestPool, auth: Auth): Promise<void> {
  for (const isLast of [false, true]) {
    const state = auth.getState()
    if (state.status !== 'challenge' || state.challenge.kind !== 'sentCode') return
    const entered = state.challenge.answer({ code: testPool.codeFor(email) })
    if (isLast || (await errorCode(entered)) !== 'startedAgain') return entered
  }
}
