import { claimsOf, PASSWORD, tokensOf, type Bed, type World } from './testPool.ts'
import { answer, answerTo, by, openChoice, PHONE, shown, start, type Answer } from './factorPool.ts'

/** AWS's name of a level. */
export const loa = (level: number) => `urn:cognito:loa:${level}`

/** Asks for levels, the best first. */
export const wanting = (levels: number[], given: Record<string, string> = {}, preferred?: string) =>
  by(preferred, { TARGET_ACR_VALUES: levels.map(loa).join(' '), ...given })

/** A sign-in by the password alone, asked for a level or for none. */
export const byPassword = (given: Record<string, string> = { TARGET_ACR_VALUES: loa(1) }) =>
  by('PASSWORD', { PASSWORD, ...given })

/** What the tokens say of a level; the same in both. */
export function levelIn(given: Answer) {
  const { AccessToken, IdToken } = tokensOf(given)
  const [access, id] = [claimsOf(AccessToken), claimsOf(IdToken)].map(({ acr, amr }) => [acr, amr])
  if (JSON.stringify(access) !== JSON.stringify(id)) throw new Error('The tokens disagree.')
  return id
}

type Factor = 'SOFTWARE_TOKEN_MFA' | 'SMS_MFA' | 'EMAIL_OTP'

/** A pool with all factors, where jo has switched some on; the first is what she is asked for first. */
export async function openLevels(switchedOn: Factor[] = [], world: World = {}) {
  const bed = await openChoice(world)
  if (switchedOn.length > 0) switchOn(bed, ...switchedOn)
  return bed
}

export function switchOn(bed: Bed, ...enabled: Factor[]) {
  bed.pool.settings.MfaConfiguration = 'OPTIONAL'
  bed.jo.softwareToken = { secret: 'JBSWY3DPEHPK3PXP' }
  const [preferred] = enabled
  bed.jo.mfa = { enabled, ...(preferred && { preferred }) }
}

/** The right answer to whatever is asked of jo, but for passkeys. */
export async function answerRight(bed: Bed, asked: Answer): Promise<Answer> {
  const responses = {
    PASSWORD: { PASSWORD },
    SOFTWARE_TOKEN_MFA: { SOFTWARE_TOKEN_MFA_CODE: shown(bed.jo.softwareToken?.secret) },
    EMAIL_OTP: { EMAIL_OTP_CODE: bed.codeFor('jo@example.com') },
    SMS_MFA: { SMS_MFA_CODE: bed.codeFor(PHONE) },
    SMS_OTP: { SMS_OTP_CODE: bed.codeFor(PHONE) },
  }
  const right = Object.entries(responses).find(([name]) => name === asked.ChallengeName)
  if (!right) throw new Error(`Asked for ${asked.ChallengeName}`)
  return answer(bed, answerTo(asked, right[1]))
}

export const choose = (bed: Bed, asked: Answer, ANSWER: string) =>
  answer(bed, answerTo(asked, { ANSWER }))

/** Answers until there are tokens. */
export async function finish(bed: Bed, asked: Answer): Promise<Answer> {
  return asked.AuthenticationResult ? asked : finish(bed, await answerRight(bed, asked))
}

/** The access token of a sign-in by the password alone. */
export async function passwordToken(bed: Bed) {
  return tokensOf(await start(bed, byPassword())).AccessToken
}
