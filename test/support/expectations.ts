import type { AuthState, Challenge, Session } from '#auth/state.ts'

/** The challenge this state poses, if it is of that kind. */
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

/** The code of the AuthError that this ends with; `admitted` if it does not. */
export async function errorCode(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => 'admitted',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )
}

/** The attributes of whoever this session is of, as Cognito has them now: name to value. */
export async function attributesOf({ callCognito }: Session): Promise<Record<string, string>> {
  const { UserAttributes = [] } = await callCognito('GetUser', {})
  return Object.fromEntries(UserAttributes.map(({ Name = '', Value = '' }) => [Name, Value]))
}
