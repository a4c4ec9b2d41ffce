import type {
  ChallengeNameType,
  InitiateAuthResponse,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Attempt, Outcome, Steps, Traveller } from './attempt.ts'
import { isPasskeyOptions, readNames } from '#vault/wire/challengeParameters.ts'
import type { ChallengeSnapshot, Method } from '#vault/messages.ts'
import { meetDevice } from '#vault/devices/meetDevice.ts'
import { beginSetUp } from './setUp.ts'
import { VaultError } from '#vault/wire/errors.ts'
import { takeTokens } from '#vault/session/takeTokens.ts'

/** What both InitiateAuth and RespondToAuthChallenge answer. */
export type AuthResponse = Partial<InitiateAuthResponse & RespondToAuthChallengeResponse>

/** Reads what Cognito asks next. Whatever it is, nothing is stored that is not whole. */
export async function advance(
  steps: Steps,
  response: AuthResponse,
  who: Traveller,
): Promise<Outcome> {
  const { AuthenticationResult: result, ChallengeName: challengeName } = response
  if (result && !challengeName) {
    const tokens = takeTokens(result, steps.clientId, Date.now())
    steps.ask(await meetDevice(steps, tokens, who, result.NewDeviceMetadata))
    return { to: 'signedIn', tokens, keep: who.keep }
  }
  if (!challengeName) throw new VaultError({ code: 'unexpected' })
  const parameters = response.ChallengeParameters ?? {}
  if (challengeName === 'MFA_SETUP') {
    const offered = readNames(parameters, 'MFAS_CAN_SETUP')
    return beginSetUp(steps, { offered, session: response.Session }, travel(who, parameters))
  }
  const challenge = pose(challengeName, response, who) ?? {
    kind: 'unsupported' as const,
    username: who.username,
    challengeName,
  }
  return { to: 'challenge', attempt: attemptFor(challengeName, challenge, response, who) }
}

function travel(who: Traveller, parameters: Record<string, string>): Traveller {
  const cognitoUsername =
    parameters['USER_ID_FOR_SRP'] ?? who.cognitoUsername ?? parameters['USERNAME'] ?? who.username
  return { ...who, cognitoUsername }
}

function attemptFor(
  challengeName: ChallengeNameType,
  challenge: ChallengeSnapshot,
  { ChallengeParameters: parameters = {}, Session: session }: AuthResponse,
  who: Traveller,
): Attempt {
  const {
    cognitoUsername: username = who.username,
    keep,
    again,
    otherWay,
    proof,
  } = travel(who, parameters)
  return {
    challenge,
    keep,
    respond: { challengeName, username, ...(session === undefined ? {} : { session }) },
    ...(again && { again }),
    ...(otherWay && { otherWay }),
    ...(proof && { proof }),
  }
}

/** @returns undefined for a challenge that has no screen. */
function pose(
  challengeName: ChallengeNameType,
  { ChallengeParameters: parameters = {}, AvailableChallenges: available = [] }: AuthResponse,
  { username, otherWay }: Traveller,
): ChallengeSnapshot | undefined {
  const step = { username, otherWays: otherWay !== undefined }
  switch (challengeName) {
    case 'NEW_PASSWORD_REQUIRED':
      return { kind: 'newPassword', username, requiredAttributes: missingOf(parameters) }
    case 'SOFTWARE_TOKEN_MFA': {
      const deviceName = parameters['FRIENDLY_DEVICE_NAME']
      return { kind: 'totpCode', ...step, ...(deviceName ? { deviceName } : {}) }
    }
    case 'EMAIL_OTP':
      return { kind: 'sentCode', ...step, ...sentBy('EMAIL', parameters) }
    case 'SMS_OTP':
    case 'SMS_MFA':
      return { kind: 'sentCode', ...step, ...sentBy('SMS', parameters) }
    case 'SELECT_MFA_TYPE':
      return choice(username, readNames(parameters, 'MFAS_CAN_CHOOSE'))
    case 'SELECT_CHALLENGE':
      return choice(username, available)
    case 'WEB_AUTHN': {
      const options: unknown = JSON.parse(parameters['CREDENTIAL_REQUEST_OPTIONS'] ?? 'null')
      return isPasskeyOptions(options) ? { kind: 'passkey', ...step, options } : undefined
    }
    case 'CUSTOM_CHALLENGE': {
      const { USERNAME: _, ...shown } = parameters
      return { kind: 'custom', username, parameters: shown }
    }
    default:
      return undefined
  }
}

function sentBy(medium: 'EMAIL' | 'SMS', parameters: Record<string, string>) {
  const destination = parameters['CODE_DELIVERY_DESTINATION']
  return { medium, ...(destination ? { delivery: { destination, medium } } : {}) }
}

const methods: Record<string, Method> = {
  PASSWORD: 'PASSWORD',
  // The same to a person: a password. It is proved by SRP either way.
  PASSWORD_SRP: 'PASSWORD',
  EMAIL_OTP: 'EMAIL_OTP',
  SMS_OTP: 'SMS_OTP',
  WEB_AUTHN: 'WEB_AUTHN',
  SMS_MFA: 'SMS_MFA',
  SOFTWARE_TOKEN_MFA: 'SOFTWARE_TOKEN_MFA',
}

/** @returns undefined where nothing is offered that has a screen. */
function choice(username: string, offered: readonly string[]): ChallengeSnapshot | undefined {
  const known = new Set(offered.flatMap((name) => methods[name] ?? []))
  if (known.size === 0) return undefined
  return { kind: 'chooseMethod', username, methods: [...known], setUp: false }
}

const prefix = 'userAttributes.'

/** `requiredAttributes` is a JSON string: `[]` or `["userAttributes.name"]`. */
function missingOf(parameters: Record<string, string>): string[] {
  return readNames(parameters, 'requiredAttributes').map((name) =>
    name.startsWith(prefix) ? name.slice(prefix.length) : name,
  )
}
