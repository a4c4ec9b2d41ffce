import type {
  ChallengeNameType,
  InitiateAuthResponse,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { PendingChallenge, Outcome, FlowDeps, SignInContext } from './pendingChallenge.ts'
import { isPasskeyOptions, readNameList } from '#vault/cognito/challengeParameters.ts'
import type { ChallengeSnapshot, Method } from '#vault/protocol/challenges.ts'
import { confirmDevice } from './confirmDevice.ts'
import { startMfaSetup } from './mfaSetup.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import { readTokenResponse } from '#vault/session/readTokenResponse.ts'

/** What both InitiateAuth and RespondToAuthChallenge answer. */
export type AuthResponse = Partial<InitiateAuthResponse & RespondToAuthChallengeResponse>

/** Reads what Cognito asks next. Whatever it is, nothing is stored that is not whole. */
export async function readAuthResponse(
  flow: FlowDeps,
  response: AuthResponse,
  context: SignInContext,
): Promise<Outcome> {
  const { AuthenticationResult: result, ChallengeName: challengeName } = response
  if (result && !challengeName) {
    const tokens = readTokenResponse(result, flow.clientId, Date.now())
    flow.askBeforeSession(await confirmDevice(flow, tokens, context, result.NewDeviceMetadata))
    return { kind: 'signedIn', tokens, rememberMe: context.rememberMe }
  }
  if (!challengeName) throw new VaultError({ code: 'unexpected' })
  const parameters = response.ChallengeParameters ?? {}
  if (challengeName === 'MFA_SETUP') {
    const offered = readNameList(parameters, 'MFAS_CAN_SETUP')
    return startMfaSetup(
      flow,
      { offered, session: response.Session },
      withCognitoUsername(context, parameters),
    )
  }
  const challenge = toChallenge(challengeName, response, context) ?? {
    kind: 'unsupported' as const,
    username: context.username,
    challengeName,
  }
  return {
    kind: 'challenge',
    pending: toPendingChallenge(challengeName, challenge, response, context),
  }
}

function withCognitoUsername(
  context: SignInContext,
  parameters: Record<string, string>,
): SignInContext {
  const cognitoUsername =
    parameters['USER_ID_FOR_SRP'] ??
    context.cognitoUsername ??
    parameters['USERNAME'] ??
    context.username
  return { ...context, cognitoUsername }
}

function toPendingChallenge(
  challengeName: ChallengeNameType,
  challenge: ChallengeSnapshot,
  { ChallengeParameters: parameters = {}, Session: session }: AuthResponse,
  context: SignInContext,
): PendingChallenge {
  const {
    cognitoUsername: username = context.username,
    rememberMe,
    restart,
    tryAnotherMethod,
    acrParameters,
  } = withCognitoUsername(context, parameters)
  return {
    challenge,
    rememberMe,
    cognitoChallenge: { challengeName, username, ...(session === undefined ? {} : { session }) },
    ...(restart && { restart }),
    ...(tryAnotherMethod && { tryAnotherMethod }),
    ...(acrParameters && { acrParameters }),
  }
}

/** @returns undefined for a challenge that has no screen. */
function toChallenge(
  challengeName: ChallengeNameType,
  { ChallengeParameters: parameters = {}, AvailableChallenges: available = [] }: AuthResponse,
  { username, tryAnotherMethod }: SignInContext,
): ChallengeSnapshot | undefined {
  const step = { username, hasAlternatives: tryAnotherMethod !== undefined }
  switch (challengeName) {
    case 'NEW_PASSWORD_REQUIRED':
      return { kind: 'newPassword', username, requiredAttributes: missingAttributes(parameters) }
    case 'SOFTWARE_TOKEN_MFA': {
      const deviceName = parameters['FRIENDLY_DEVICE_NAME']
      return { kind: 'totpCode', ...step, ...(deviceName ? { deviceName } : {}) }
    }
    case 'EMAIL_OTP':
      return { kind: 'sentCode', ...step, ...codeDelivery('EMAIL', parameters) }
    case 'SMS_OTP':
    case 'SMS_MFA':
      return { kind: 'sentCode', ...step, ...codeDelivery('SMS', parameters) }
    case 'SELECT_MFA_TYPE':
      return methodChoice(username, readNameList(parameters, 'MFAS_CAN_CHOOSE'))
    case 'SELECT_CHALLENGE':
      return methodChoice(username, available)
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

function codeDelivery(medium: 'EMAIL' | 'SMS', parameters: Record<string, string>) {
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
function methodChoice(username: string, offered: readonly string[]): ChallengeSnapshot | undefined {
  const known = new Set(offered.flatMap((name) => methods[name] ?? []))
  if (known.size === 0) return undefined
  return { kind: 'chooseMethod', username, methods: [...known], setUp: false }
}

const prefix = 'userAttributes.'

/** `requiredAttributes` is a JSON string: `[]` or `["userAttributes.name"]`. */
function missingAttributes(parameters: Record<string, string>): string[] {
  return readNameList(parameters, 'requiredAttributes').map((name) =>
    name.startsWith(prefix) ? name.slice(prefix.length) : name,
  )
}
