import { type Answer, ask, inWords, type Target, textAt } from './askCognito.ts'
import { type Finding, verdict } from './finding.ts'
import { decode } from './jwt.ts'

/** Renews a session, repeats a renewal, and ends it. */
export async function* sessionFindings(target: Target, tokens: unknown): AsyncGenerator<Finding> {
  const { clientId: ClientId } = target
  const DeviceKey = textAt(tokens, 'NewDeviceMetadata', 'DeviceKey') || undefined
  const renew = async (RefreshToken: string) =>
    ask(target, 'GetTokensFromRefreshToken', { ClientId, RefreshToken, DeviceKey })
  const renewed = ({ body }: Answer) => textAt(body, 'AuthenticationResult', 'AccessToken')
  const next = ({ body }: Answer) => textAt(body, 'AuthenticationResult', 'RefreshToken')
  const subjectOf = (token: string) => textAt(decode(token).claims, 'sub')

  let current = textAt(tokens, 'RefreshToken')
  for (const time of ['once', 'twice']) {
    const answer = await renew(current)
    const isSame = subjectOf(renewed(answer)) === subjectOf(textAt(tokens, 'AccessToken'))
    const found = renewed(answer) === '' ? `Cognito answers ${inWords(answer)}.` : undefined
    const isDevice = found !== undefined && DeviceKey !== undefined
    yield verdict(
      `The session is renewed ${time}`,
      found ?? (isSame ? undefined : 'The new access token is for another user.'),
      isDevice
        ? 'The pool tracks devices and renews only for a confirmed one. The site confirms its own; the doctor adds none to the user, so it cannot ask about renewals here.'
        : 'Users are signed out when the access token expires: turn on RefreshTokenRotation, or add ALLOW_REFRESH_TOKEN_AUTH.',
      isDevice ? 'note' : 'wrong',
    )
    if (found !== undefined) break
    const previous = current
    current = next(answer) || current
    if (time === 'twice') current = yield* rotation(renew, previous, current)
  }
  yield* revocation(target, renew, current, textAt(tokens, 'AccessToken'))
}

/** @returns the refresh token that is valid afterwards. */
async function* rotation(
  renew: (token: string) => Promise<Answer>,
  previous: string,
  current: string,
): AsyncGenerator<Finding, string> {
  if (previous === current) {
    yield verdict(
      'Refresh tokens are rotated',
      'A renewal gives no new refresh token.',
      'A copied refresh token works unnoticed as long as the real one. Turn on RefreshTokenRotation, with RetryGracePeriodSeconds 60.',
      'note',
    )
    return current
  }
  const again = await renew(previous)
  yield verdict(
    'A renewal whose answer was lost can be repeated (grace period of the rotation)',
    textAt(again.body, 'AuthenticationResult', 'AccessToken') === ''
      ? `The token before the last is refused at once: ${inWords(again)}.`
      : undefined,
    'On a bad line, users are signed out. Set RefreshTokenRotation.RetryGracePeriodSeconds of the client to 60; without it, AWS has 0.',
  )
  return textAt(again.body, 'AuthenticationResult', 'RefreshToken') || current
}

async function* revocation(
  target: Target,
  renew: (token: string) => Promise<Answer>,
  Token: string,
  AccessToken: string,
): AsyncGenerator<Finding> {
  const revoked = await ask(target, 'RevokeToken', { ClientId: target.clientId, Token })
  const remedy =
    'Set EnableTokenRevocation of the app client, so that signing out ends the session.'
  yield verdict(
    'Signing out revokes the session',
    revoked.status === 200 ? undefined : `RevokeToken answers ${inWords(revoked)}.`,
    remedy,
  )
  const after = await renew(Token)
  yield verdict(
    'A revoked session cannot be renewed',
    after.type === 'NotAuthorizedException' || after.type === 'RefreshTokenReuseException'
      ? undefined
      : `Cognito answers ${inWords(after)}.`,
    remedy,
  )
  const user = await ask(target, 'GetUser', { AccessToken })
  yield verdict(
    'Its access token is refused by Cognito',
    user.type === 'NotAuthorizedException' ? undefined : `GetUser answers ${inWords(user)}.`,
    remedy,
  )
}
