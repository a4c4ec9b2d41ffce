import type {
  InitiateAuthRequest,
  RespondToAuthChallengeRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import type { AuthResponse } from './readAuthResponse.ts'
import type { FlowDeps } from './pendingChallenge.ts'
import type { Device } from '#vault/session/deviceStore.ts'
import { exceptionType, VaultError } from '#vault/cognito/vaultError.ts'
import * as is from '#vault/protocol/validators.ts'
import { beginSrp } from '#vault/srp/srpLibrary.ts'

/** Named in every request with the same word. */
interface NamedParameters {
  USERNAME: string
  [parameter: string]: string
}

type InitiateInput = Omit<InitiateAuthRequest, 'ClientId' | 'AuthParameters'> & {
  AuthParameters: NamedParameters
}

type RespondInput = Omit<RespondToAuthChallengeRequest, 'ClientId' | 'ChallengeResponses'> & {
  ChallengeResponses: NamedParameters
}

/** Cognito does not know this device any more; nor does this browser, by now. */
export class DeviceForgotten extends VaultError {
  constructor(cause: unknown) {
    super({ code: 'challengeExpired' }, undefined, { cause })
  }
}

/** InitiateAuth, from the device that this browser is to Cognito, if it is one. */
export async function initiateAuth(flow: FlowDeps, input: InitiateInput): Promise<AuthResponse> {
  const { AuthParameters } = input
  const begin = (device?: Device) =>
    flow.call('InitiateAuth', {
      ...input,
      ClientId: flow.clientId,
      AuthParameters: { ...AuthParameters, ...(device && { DEVICE_KEY: device.key }) },
    })
  const device = await flow.devices.find(AuthParameters.USERNAME)
  if (!device) return begin()
  try {
    return await orForgotten(flow, device, async () =>
      answerDeviceSrp(flow, device, await begin(device)),
    )
  } catch (error) {
    if (error instanceof DeviceForgotten) return begin()
    throw error
  }
}

/**
 * RespondToAuthChallenge, from the same device. Where Cognito has the device prove itself instead of
 * asking for a second factor, that is done here, and what comes after it is returned.
 *
 * @throws VaultError also `DeviceGone`: the sign-in has to begin anew, and will do so without the device
 */
export async function respondToAuthChallenge(
  flow: FlowDeps,
  input: RespondInput,
): Promise<AuthResponse> {
  const { ChallengeResponses } = input
  const respond = (device?: Device) =>
    flow.call('RespondToAuthChallenge', {
      ...input,
      ClientId: flow.clientId,
      ChallengeResponses: { ...ChallengeResponses, ...(device && { DEVICE_KEY: device.key }) },
    })
  const device = await flow.devices.find(ChallengeResponses.USERNAME)
  if (!device) return respond()
  return orForgotten(flow, device, async () => answerDeviceSrp(flow, device, await respond(device)))
}

async function orForgotten(flow: FlowDeps, device: Device, run: () => Promise<AuthResponse>) {
  try {
    return await run()
  } catch (error) {
    if (!isUnknownDevice(error) && !(error instanceof DeviceForgotten)) throw error
    await flow.devices.forget(device)
    throw error instanceof DeviceForgotten ? error : new DeviceForgotten(error)
  }
}

/** Other things may be missing too: the client, for one. */
const isUnknownDevice = (error: unknown) =>
  exceptionType(error) === 'ResourceNotFoundException' &&
  error instanceof VaultError &&
  error.data.code === 'challengeExpired'

const isVerifier = is.isShape({
  SALT: is.isString,
  SRP_B: is.isString,
  SECRET_BLOCK: is.isString,
})

/** DEVICE_SRP_AUTH, DEVICE_PASSWORD_VERIFIER: as people do, with its group for the pool and its key for the name. */
async function answerDeviceSrp(
  flow: FlowDeps,
  device: Device,
  asked: AuthResponse,
): Promise<AuthResponse> {
  if (asked.ChallengeName !== 'DEVICE_SRP_AUTH') return asked
  const { call, clientId: ClientId } = flow
  const USERNAME = asked.ChallengeParameters?.['USERNAME'] ?? device.username
  const answers = { USERNAME, DEVICE_KEY: device.key }
  const exchange = await beginSrp(device.groupKey)
  const challenge = await call('RespondToAuthChallenge', {
    ChallengeName: 'DEVICE_SRP_AUTH',
    ClientId,
    Session: asked.Session,
    ChallengeResponses: { ...answers, SRP_A: exchange.srpA },
  })
  const { ChallengeName, ChallengeParameters: parameters, Session } = challenge
  if (ChallengeName !== 'DEVICE_PASSWORD_VERIFIER' || !isVerifier(parameters)) return challenge
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
      ChallengeResponses: { ...answers, ...proof },
    })
  } catch (error) {
    // Its password is no longer the one that Cognito knows: the person has done nothing wrong.
    if (error instanceof VaultError && error.data.code === 'incorrectCredentials') {
      throw new DeviceForgotten(error)
    }
    throw error
  }
}
