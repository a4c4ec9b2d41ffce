import type { AuthState, Challenge, Session } from '#auth/state.ts'

/** Returns the challenge of this state. @throws {Error} unless it is of this kind */
export function expectChallenge<Kind extends Challenge['kind']>(state: AuthState, kind: Kind) {
  if (state.status !== 'challenge' || !isKind(state.challenge, kind)) {
    throw new Error(`expected the challenge ${kind}, found ${JSON.stringify(state)}`)
  }
  return state.challenge
}

function isKind<Kind extends Challenge['kind']>(
  challenge: Challenge,
  kind: Kind,
): challenge is Extract<Challenge, { kind: Kind }> {
  return challenge.kind === kind
}

/** Returns the code of the AuthError that the promise rejects with; `admitted` if it resolves. */
export async function errorCode(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => 'admitted',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )
}

/** Reads the current attributes of the session's user from Cognito: name to value. */
export async function attributesOf({ callCognito }: Session): Promise<Record<string, string>> {
  const { UserAttributes = [] } = await callCognito('GetUser', {})
  return Object.fromEntries(UserAttributes.map(({ Name = '', Value = '' }) => [Name, Value]))
}
