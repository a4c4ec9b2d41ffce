import {
  type Answer,
  initiateAuth,
  openUserAuthPool,
  PHONE,
  respond,
  responseTo,
  totpCode,
  userAuth,
} from './factorPool.ts'
import { claimsOf, PASSWORD, type TestPool, type TestPoolOptions, tokensOf } from './testPool.ts'

/** AWS's default name of a level. */
export const loa = (level: number) => `urn:cognito:loa:${level}`

/** Parameters that request levels, the most wanted first. */
export const requestLevels = (
  levels: number[],
  given: Record<string, string> = {},
  preferred?: string,
) => userAuth(preferred, { TARGET_ACR_VALUES: levels.map(loa).join(' '), ...given })

/** Parameters of a sign-in with the password alone, with or without a requested level. */
export const byPassword = (given: Record<string, string> = { TARGET_ACR_VALUES: loa(1) }) =>
  userAuth('PASSWORD', { PASSWORD, ...given })

/** Reads `acr` and `amr`, which have to be the same in both tokens. */
export function levelClaims(given: Answer) {
  const { AccessToken, IdToken } = tokensOf(given)
  const [access, id] = [claimsOf(AccessToken), claimsOf(IdToken)].map(({ acr, amr }) => [acr, amr])
  if (JSON.stringify(access) !== JSON.stringify(id)) throw new Error('The tokens disagree.')
  return id
}

type Factor = 'SOFTWARE_TOKEN_MFA' | 'SMS_MFA' | 'EMAIL_OTP'

/** Opens a pool with all factors, of which jo has enabled some; the first is preferred. */
export async function openStepUpPool(switchedOn: Factor[] = [], settings: TestPoolOptions = {}) {
  const testPool = await openUserAuthPool(settings)
  if (switchedOn.length > 0) enableFactors(testPool, ...switchedOn)
  return testPool
}

export function enableFactors(testPool: TestPool, ...enabled: Factor[]) {
  testPool.pool.settings.MfaConfiguration = 'OPTIONAL'
  testPool.jo.softwareToken = { secret: 'JBSWY3DPEHPK3PXP' }
  const [preferred] = enabled
  testPool.jo.mfa = { enabled, ...(preferred && { preferred }) }
}

/** Answers any challenge correctly, except WEB_AUTHN. */
export async function answerCorrectly(testPool: TestPool, asked: Answer): Promise<Answer> {
  const responses = {
    PASSWORD: { PASSWORD },
    SOFTWARE_TOKEN_MFA: { SOFTWARE_TOKEN_MFA_CODE: totpCode(testPool.jo.softwareToken?.secret) },
    EMAIL_OTP: { EMAIL_OTP_CODE: testPool.codeFor('jo@example.com') },
    SMS_MFA: { SMS_MFA_CODE: testPool.codeFor(PHONE) },
    SMS_OTP: { SMS_OTP_CODE: testPool.codeFor(PHONE) },
  }
  const right = Object.entries(responses).find(([name]) => name === asked.ChallengeName)
  if (!right) throw new Error(`Asked for ${asked.ChallengeName}`)
  return respond(testPool, responseTo(asked, right[1]))
}

export const selectFactor = (testPool: TestPool, asked: Answer, ANSWER: string) =>
  respond(testPool, responseTo(asked, { ANSWER }))

/** Answers challenges until tokens are issued. */
export async function finishSignIn(testPool: TestPool, asked: Answer): Promise<Answer> {
  return asked.AuthenticationResult
    ? asked
    : finishSignIn(testPool, await answerCorrectly(testPool, asked))
}

/** Signs in with the password alone. @returns the access token */
export async function passwordToken(testPool: TestPool) {
  return tokensOf(await initiateAuth(testPool, byPassword())).AccessToken
}
