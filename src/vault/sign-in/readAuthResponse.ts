import type {
  ChallengeNameType,
  InitiateAuthResponse,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { ChallengeSnapshot, Method } from '#vault/protocol/challenges.ts'
import * as is from '#vault/protocol/validators.ts'
import { readTokenResponse } from '#vault/session/tokens.ts'
import { confirmDevice } from './confirmDevice.ts'
import { startMfaSetup } from './mfaSetup.ts'
import type { Outcome, PendingChallenge, SignInContext } from './pendingChallenge.ts'
import type { SignInDeps } from './signInDeps.ts'

/** Response of InitiateAuth and of RespondToAuthChallenge alike. */
export type AuthResponse = Partial<InitiateAuthResponse & RespondToAuthChallengeResponse>

/** ChallengeParameters: all values are strings, some of them JSON. */
type Parameters = Record<string, string>

/**
 * Reads what Cognito answered: tokens or the next challenge.
 * @throws VaultError `unexpected` for a response that is neither, or whose tokens are incomplete.
 */
export async function readAuthResponse(
  deps: SignInDeps,
  response: AuthResponse,
  context: SignInContext,
): Promise<Outcome> {
  const { AuthenticationResult: result, ChallengeName: challengeName } = response
  if (result && !challengeName) {
    const receivedAt = Date.now()
    const tokens = readTokenResponse(result, deps.clientId, { sentAt: receivedAt, receivedAt })
    // Not for a re-authentication, which leads to no other page.
    if (!deps.sessionManager.current()) deps.userAhead.ask(tokens.accessToken)
    const trustDevice = await confirmDevice(deps, tokens, context, result.NewDeviceMetadata)
    deps.vaultState.askBeforeSession(trustDevice)
    return { kind: 'signedIn', tokens, rememberMe: context.rememberMe }
  }
  if (!challengeName) throw new VaultError({ code: 'unexpected' })
  const parameters = response.ChallengeParameters ?? {}
  const nextContext = {
    ...context,
    cognitoUsername:
      parameters['USER_ID_FOR_SRP'] ??
      context.cognitoUsername ??
      parameters['USERNAME'] ??
      context.username,
  }
  if (challengeName === 'MFA_SETUP') {
    const factors = readNameList(parameters, 'MFAS_CAN_SETUP')
    return startMfaSetup(deps, { factors, session: response.Session }, nextContext)
  }
  const challenge = toChallenge(challengeName, response, context) ?? {
    kind: 'unsupported' as const,
    username: context.username,
    challengeName,
  }
  const pending = toPendingChallenge(challengeName, challenge, response.Session, nextContext)
  return { kind: 'challenge', pending }
}

function toPendingChallenge(
  challengeName: ChallengeNameType,
  challenge: ChallengeSnapshot,
  session: string | undefined,
  {
    cognitoUsername,
    rememberMe,
    restart,
    tryAnotherMethod,
    acrParameters,
  }: SignInContext & { cognitoUsername: string },
): PendingChallenge {
  return {
    challenge,
    rememberMe,
    cognitoChallenge: {
      challengeName,
      cognitoUsername,
      session,
    },
    ...(restart && { restart }),
    ...(tryAnotherMethod && { tryAnotherMethod }),
    ...(acrParameters && { acrParameters }),
  }
}

/** @returns undefined for a challenge that no form of the page can answer. */
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
      const options: unknown = JSON.parse(
        parameters['CREDENTIAL_REQUEST_OPTIONS'] ?? '{}',
        withoutNull,
      )
      return isPasskeyOptions(options) ? { kind: 'passkey', ...step, options } : undefined
    }
    case 'CUSTOM_CHALLENGE': {
      const { USERNAME: _, ...publicParameters } = parameters
      return { kind: 'custom', username, parameters: publicParameters }
    }
    default:
      return undefined
  }
}

function codeDelivery(medium: 'EMAIL' | 'SMS', parameters: Parameters) {
  const destination = parameters['CODE_DELIVERY_DESTINATION']
  return { medium, ...(destination ? { delivery: { destination, medium } } : {}) }
}

const methods: Record<string, Method> = {
  PASSWORD: 'PASSWORD',
  // The vault always proves a password by SRP, so that the user sees one method.
  PASSWORD_SRP: 'PASSWORD',
  EMAIL_OTP: 'EMAIL_OTP',
  SMS_OTP: 'SMS_OTP',
  WEB_AUTHN: 'WEB_AUTHN',
  SMS_MFA: 'SMS_MFA',
  SOFTWARE_TOKEN_MFA: 'SOFTWARE_TOKEN_MFA',
}

/** @returns undefined where no method is supported. */
function methodChoice(username: string, names: readonly string[]): ChallengeSnapshot | undefined {
  const supported = new Set(names.flatMap((name) => methods[name] ?? []))
  if (supported.size === 0) return undefined
  return { kind: 'chooseMethod', username, methods: [...supported], setUp: false }
}

const attributePrefix = 'userAttributes.'

/** Reads `requiredAttributes`, a JSON string: `[]` or `["userAttributes.name"]`. */
function missingAttributes(parameters: Parameters): string[] {
  return readNameList(parameters, 'requiredAttributes').map((name) =>
    name.startsWith(attributePrefix) ? name.slice(attributePrefix.length) : name,
  )
}

const isNameList = is.isArrayOf(is.isString)

/**
 * Reads a list among the parameters. Cognito leaves it out when it is empty.
 * @throws VaultError `unexpected` for anything else than a JSON array of strings.
 */
function readNameList(parameters: Parameters, field: string): string[] {
  const names: unknown = JSON.parse(parameters[field] ?? '[]')
  if (!isNameList(names)) throw new VaultError({ code: 'unexpected', field })
  return names
}

/**
 * Only what makes them options at all: the browser checks the rest, and knows more of it than this version.
 * https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialrequestoptionsjson
 */
const isPasskeyOptions = is.isShape({ challenge: is.isString })

/** Drops null, which a browser refuses, for `JSON.parse`. */
function withoutNull(_: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined)
  return value ?? undefined
}
