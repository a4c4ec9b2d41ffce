import {
  invalidSession,
  progressOf,
  sessionFor,
  sessionUser,
} from '#local-cognito/auth/challengeSessions.ts'
import { firstFactors } from '#local-cognito/auth/factors/firstFactors.ts'
import { verifyTotpCode } from '#local-cognito/auth/factors/softwareToken.ts'
import { resolveSessionUser } from '#local-cognito/auth/resolvedUser.ts'
import { equalBytes, utf8 } from '#local-cognito/bytes.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError, incorrectUsernameOrPassword } from '#local-cognito/errors.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import type { ChallengeSession } from '#local-cognito/signInRecords.ts'
import { changeAttributes } from '#local-cognito/users/changeAttributes.ts'
import { verifyContact } from '#local-cognito/users/contacts.ts'
import { checkLockout, clearFailures, countFailure } from '#local-cognito/users/limits.ts'
import { contactOfFactor } from '#local-cognito/users/mfaFactors.ts'
import { enableMfaFactor } from '#local-cognito/users/mfaPreference.ts'
import type { Challenge } from './challenge.ts'
import { afterFactor } from './completeSignIn.ts'

/** Verifies a code that was sent: SMS_MFA, SMS_OTP, and EMAIL_OTP as first or second factor. */
export const sentCode = (key: string, contact: keyof typeof contactOf): Challenge => ({
  answers: ['USERNAME', key],

  async answer({ cognito, pool, client, name, session: id, responses }) {
    const { USERNAME: username = '', [key]: code = '' } = responses
    const session = sessionFor(cognito, client, name, id)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const { user, exists } = resolveSessionUser(cognito, pool, session, username)
    const right = session.code !== undefined && equalBytes(utf8(session.code), utf8(code))
    // On the service, wrong guesses of an eight-digit first factor were seen to cause no lockout.
    if (session.firstFactor === undefined) countGuess(cognito, pool, user, () => right)
    if (!right || !exists) {
      endAfterWrongCode(cognito, session)
      throw wrongCode('Invalid code or auth state for the user.')
    }
    if (session.firstFactor !== undefined && !isStillFirstFactor(pool, user, name)) {
      session.used = true
      throw incorrectUsernameOrPassword()
    }
    if (session.newEmail !== undefined) {
      changeAttributes(cognito.store, pool, user, { email: session.newEmail })
      enableMfaFactor(user, 'EMAIL_OTP', true)
    }
    // Reading the code proves control of the address it went to (developer guide, "Adding MFA to a
    // user pool"), which may have been replaced since.
    if (user.attributes[contactOf[contact]] === session.sentTo)
      verifyContact(cognito.store, pool, user, contactOf[contact])
    session.used = true
    const progress = progressOf(session, responses)
    return afterFactor(cognito, pool, client, user, progress, methodOf[contact])
  },
})

/**
 * Checked again: since the challenge, the pool or an administrator may have made a password
 * mandatory.
 */
const isStillFirstFactor = (pool: Pool, user: User, name: string) =>
  firstFactors(pool, user).some((factor) => factor === name)

const contactOf = { EMAIL: contactOfFactor.EMAIL_OTP, SMS: contactOfFactor.SMS_MFA }

const methodOf = { EMAIL: 'email_otp', SMS: 'sms' } as const

/** Verifies the code of an authenticator app; each code works once. */
export const softwareTokenMfa: Challenge = {
  answers: ['USERNAME', 'SOFTWARE_TOKEN_MFA_CODE'],

  async answer({ cognito, pool, client, name, session: id, responses }) {
    const { USERNAME: username = '', SOFTWARE_TOKEN_MFA_CODE: code = '' } = responses
    const session = sessionFor(cognito, client, name, id)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const user = sessionUser(cognito, pool, session, username)
    const { softwareToken } = user
    if (!softwareToken) throw invalidSession()
    const right = countGuess(cognito, pool, user, () =>
      verifyTotpCode(softwareToken, code, cognito.now()),
    )
    if (!right) {
      endAfterWrongCode(cognito, session)
      throw wrongCode('Invalid code received for user')
    }
    session.used = true
    return afterFactor(cognito, pool, client, user, progressOf(session, responses), 'otp')
  },
}

/**
 * Five wrong codes lock sign-in as five wrong passwords do (developer guide, "Adding MFA to a user
 * pool"). Counted apart from passwords: otherwise entering the right password would reset the
 * count, and an attacker who knows it could guess on. The space keeps the key from being a
 * username.
 * @throws CognitoError while locked, whatever the code
 */
function countGuess(cognito: Cognito, pool: Pool, user: User, isRight: () => boolean) {
  const counted = `${user.username} mfa`
  checkLockout(cognito, pool, counted)
  const right = isRight()
  if (right) clearFailures(cognito, pool, counted)
  else countFailure(cognito, pool, counted)
  return right
}

/** Ends the session of a second factor, where AWS is assumed to. First factors were seen to keep it. */
function endAfterWrongCode({ assumptions }: Cognito, session: ChallengeSession) {
  if (assumptions.wrongMfaCode === 'endsSession' && session.firstFactor === undefined)
    session.used = true
}

const wrongCode = (message: string) => new CognitoError('CodeMismatchException', message)
