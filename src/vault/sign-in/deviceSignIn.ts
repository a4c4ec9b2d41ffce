import type {
  InitiateAuthRequest,
  RespondToAuthChallengeRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { exceptionType, VaultError } from '#vault/cognito/vaultError.ts'
import * as is from '#vault/protocol/validators.ts'
import type { Device } from '#vault/session/deviceStore.ts'
import { beginSrp } from '#vault/srp/srpLibrary.ts'
import type { AuthResponse } from './readAuthResponse.ts'
import type { SignInDeps } from './signInDeps.ts'

/** The SDK has these as a free record. The device is found by the username. */
interface ParametersWithUsername {
  USERNAME: string
  [parameter: string]: string
}

type InitiateAuthInput = Omit<InitiateAuthRequest, 'ClientId' | 'AuthParameters'> & {
  AuthParameters: ParametersWithUsername
}

type RespondInput = Omit<RespondToAuthChallengeRequest, 'ClientId' | 'ChallengeResponses'> & {
  ChallengeResponses: ParametersWithUsername
}

/** Cognito does not know this device any more, so this browser has forgotten it too. */
export class DeviceForgotten extends VaultError {
  constructor(cause: unknown) {
    super({ code: 'challengeExpired' }, undefined, { cause })
  }
}

/**
 * Calls InitiateAuth with the device key of this browser, if it has one for this user. Where Cognito does not accept
 * it, calls without: the documentation has DEVICE_KEY for USER_SRP_AUTH and others, but not for USER_AUTH.
 */
export async function initiateAuth(
  deps: SignInDeps,
  input: InitiateAuthInput,
): Promise<AuthResponse> {
  const { AuthParameters } = input
  const initiate = (device?: Device) =>
    deps.call('InitiateAuth', {
      ...input,
      ClientId: deps.clientId,
      AuthParameters: { ...AuthParameters, ...(device && { DEVICE_KEY: device.key }) },
    })
  const device = await deps.devices.find(AuthParameters.USERNAME)
  if (!device) return initiate()
  try {
    return await forgetUnknownDevice(deps, device, async () =>
      answerDeviceSrp(deps, device, await initiate(device)),
    )
  } catch (error) {
    if (error instanceof DeviceForgotten || isInvalidParameter(error)) return initiate()
    throw error
  }
}

const isInvalidParameter = (error: unknown) => exceptionType(error) === 'InvalidParameterException'

/**
 * Calls RespondToAuthChallenge with the same device key, or without where Cognito does not accept it. Where Cognito then
 * asks the device for a proof instead of the user for a second factor, answers that too and returns what follows.
 *
 * @throws VaultError; a `DeviceForgotten` where the sign-in has to start again, without the device.
 */
export async function respondToAuthChallenge(
  deps: SignInDeps,
  input: RespondInput,
): Promise<AuthResponse> {
  const { ChallengeResponses } = input
  const respond = (device?: Device) =>
    deps.call('RespondToAuthChallenge', {
      ...input,
      ClientId: deps.clientId,
      ChallengeResponses: { ...ChallengeResponses, ...(device && { DEVICE_KEY: device.key }) },
    })
  const device = await deps.devices.find(ChallengeResponses.USERNAME)
  if (!device) return respond()
  const respondWithDevice = () =>
    respond(device).catch((error: unknown) => {
      if (isInvalidParameter(error)) return respond()
      throw error
    })
  return forgetUnknownDevice(deps, device, async () =>
    answerDeviceSrp(deps, device, await respondWithDevice()),
  )
}

/** Forgets the device here where Cognito does not know it. @throws DeviceForgotten in that case. */
async function forgetUnknownDevice(
  deps: SignInDeps,
  device: Device,
  send: () => Promise<AuthResponse>,
) {
  try {
    return await send()
  } catch (error) {
    if (!isUnknownDevice(error) && !(error instanceof DeviceForgotten)) throw error
    await deps.devices.forget(device)
    throw error instanceof DeviceForgotten ? error : new DeviceForgotten(error)
  }
}

/** A ResourceNotFoundException may also be about the client, which `readException` tells apart. */
const isUnknownDevice = (error: unknown) =>
  exceptionType(error) === 'ResourceNotFoundException' &&
  error instanceof VaultError &&
  error.data.code === 'challengeExpired'

const isPasswordVerifier = is.isShape({
  SALT: is.isString,
  SRP_B: is.isString,
  SECRET_BLOCK: is.isString,
})

/**
 * Answers DEVICE_SRP_AUTH and DEVICE_PASSWORD_VERIFIER: SRP with the device's group key in place of the pool's
 * name and its key in place of the username. Returns any other response as it is.
 */
async function answerDeviceSrp(
  deps: SignInDeps,
  device: Device,
  response: AuthResponse,
): Promise<AuthResponse> {
  if (response.ChallengeName !== 'DEVICE_SRP_AUTH') return response
  const { call, clientId: ClientId } = deps
  const USERNAME = response.ChallengeParameters?.['USERNAME'] ?? device.cognitoUsername
  const identity = { USERNAME, DEVICE_KEY: device.key }
  const exchange = await beginSrp(device.groupKey)
  const challenge = await call('RespondToAuthChallenge', {
    ChallengeName: 'DEVICE_SRP_AUTH',
    ClientId,
    Session: response.Session,
    ChallengeResponses: { ...identity, SRP_A: exchange.srpA },
  })
  const { ChallengeName, ChallengeParameters: parameters, Session } = challenge
  if (ChallengeName !== 'DEVICE_PASSWORD_VERIFIER' || !isPasswordVerifier(parameters)) {
    return challenge
  }
  const { SALT: salt, SRP_B: srpB, SECRET_BLOCK: secretBlock } = parameters
  const proof = await exchange.prove(
    { userIdForSrp: device.key, srpB, salt, secretBlock },
    device.password,
  )
  try {
    return await call('RespondToAuthChallenge', {
      ChallengeName,
      ClientId,
      Session,
      ChallengeResponses: { ...identity, ...proof },
    })
  } catch (error) {
    // Cognito has another verifier for this device: not a mistake of the user.
    if (error instanceof VaultError && error.data.code === 'incorrectCredentials') {
      throw new DeviceForgotten(error)
    }
    throw error
  }
}
