import type {
  InitiateAuthRequest,
  RespondToAuthChallengeRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import type { AuthResponse } from '#vault/ways/advance.ts'
import type { Steps } from '#vault/ways/attempt.ts'
import type { Device } from './deviceStore.ts'
import { exceptionType, VaultError } from '#vault/wire/errors.ts'
import * as is from '#vault/guards.ts'
import { beginSrp } from '#vault/srp/srpLibrary.ts'

/** Named in every request with the same word. */
interface Named {
  USERNAME: string
  [parameter: string]: string
}

type Beginning = Omit<InitiateAuthRequest, 'ClientId' | 'AuthParameters'> & {
  AuthParameters: Named
}

type Response = Omit<RespondToAuthChallengeRequest, 'ClientId' | 'ChallengeResponses'> & {
  ChallengeResponses: Named
}

/** Cognito does not know this device any more; nor does this browser, by now. */
export class DeviceGone extends VaultError {
  constructor(cause: unknown) {
    super({ code: 'challengeExpired' }, undefined, { cause })
  }
}

/** InitiateAuth, from the device that this browser is to Cognito, if it is one. */
export async function initiateAuth(steps: Steps, input: Beginning): Promise<AuthResponse> {
  const { AuthParameters } = input
  const begin = (device?: Device) =>
    steps.call('InitiateAuth', {
      ...input,
      ClientId: steps.clientId,
      AuthParameters: { ...AuthParameters, ...(device && { DEVICE_KEY: device.key }) },
    })
  const device = await steps.devices.find(AuthParameters.USERNAME)
  if (!device) return begin()
  try {
    return await orGone(steps, device, async () => prove(steps, device, await begin(device)))
  } catch (error) {
    if (error instanceof DeviceGone) return begin()
    throw error
  }
}

/**
 * RespondToAuthChallenge, from the same device. Where Cognito has the device prove itself instead of
 * asking for a second factor, that is done here, and what comes after it is returned.
 *
 * @throws VaultError also `DeviceGone`: the sign-in has to begin anew, and will do so without the device
 */
export async function respondToAuthChallenge(steps: Steps, input: Response): Promise<AuthResponse> {
  const { ChallengeResponses } = input
  const respond = (device?: Device) =>
    steps.call('RespondToAuthChallenge', {
      ...input,
      ClientId: steps.clientId,
      ChallengeResponses: { ...ChallengeResponses, ...(device && { DEVICE_KEY: device.key }) },
    })
  const device = await steps.devices.find(ChallengeResponses.USERNAME)
  if (!device) return respond()
  return orGone(steps, device, async () => prove(steps, device, await respond(device)))
}

async function orGone(steps: Steps, device: Device, run: () => Promise<AuthResponse>) {
  try {
    return await run()
  } catch (error) {
    if (!isUnknownDevice(error) && !(error instanceof DeviceGone)) throw error
    await steps.devices.forget(device)
    throw error instanceof DeviceGone ? error : new DeviceGone(error)
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
async function prove(steps: Steps, device: Device, asked: AuthResponse): Promise<AuthResponse> {
  if (asked.ChallengeName !== 'DEVICE_SRP_AUTH') return asked
  const { call, clientId: ClientId } = steps
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
      throw new DeviceGone(error)
    }
    throw error
  }
}
