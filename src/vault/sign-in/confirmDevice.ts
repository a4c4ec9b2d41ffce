import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import type { PendingChallengeOf, Outcome, FlowDeps, SignInContext } from './pendingChallenge.ts'
import { deviceKeyOf } from '#vault/session/deviceKey.ts'
import { deviceName } from './deviceName.ts'
import { exceptionType, isTransient, VaultError } from '#vault/cognito/vaultError.ts'
import type { Answers } from '#vault/protocol/challenges.ts'
import { makeDeviceSecret } from '#vault/srp/srpLibrary.ts'
import { claimsOf, type TokenSet } from '#vault/session/tokens.ts'

/**
 * Makes this browser known to a pool that tracks devices, when it has just given it a key.
 *
 * Nobody is kept out by what goes wrong here: the next sign-in brings another key.
 *
 * @returns the question whether to trust it, where the pool wants to know and the person has not said.
 */
export async function confirmDevice(
  flow: FlowDeps,
  tokens: TokenSet,
  { username: typedName, rememberMe }: SignInContext,
  {
    DeviceKey: key,
    DeviceGroupKey: groupKey,
  }: NonNullable<AuthenticationResultType['NewDeviceMetadata']> = {},
): Promise<PendingChallengeOf<'trustDevice'> | undefined> {
  const { username, userId } = claimsOf(tokens)
  if (key && groupKey) {
    const secret = await makeDeviceSecret(groupKey, key)
    const undecided = await callConfirmDevice(flow, tokens, key, secret)
    if (undecided === undefined) return undefined
    const { password } = secret
    await flow.devices.save({ username, typedName, key, groupKey, password, undecided })
  }
  const device = await flow.devices.find(username)
  if (!device?.undecided || device.key !== deviceKeyOf(tokens)) return undefined
  return {
    challenge: { kind: 'trustDevice', username: typedName },
    rememberMe,
    device: { userId, username },
  }
}

/** @returns whether the person is to be asked; undefined where the device is not known to Cognito. */
async function callConfirmDevice(
  { call }: FlowDeps,
  { accessToken }: TokenSet,
  key: string,
  { verifier, salt }: { verifier: string; salt: string },
): Promise<boolean | undefined> {
  const ask = () =>
    call('ConfirmDevice', {
      AccessToken: accessToken,
      DeviceKey: key,
      DeviceName: deviceName(globalThis.navigator?.userAgent ?? ''),
      DeviceSecretVerifierConfig: { PasswordVerifier: verifier, Salt: salt },
    })
  try {
    // Without it, Cognito renews no session: worth another try.
    const { UserConfirmationNecessary } = await ask().catch((error: unknown) => {
      if (isTransient(error)) return ask()
      throw error
    })
    return UserConfirmationNecessary === true
  } catch (error) {
    // The first answer was lost on the way.
    if (exceptionType(error) === 'DeviceKeyExistsException') return false
    if (error instanceof VaultError) return undefined
    throw error
  }
}

/** Either way the session is shown then. What is said once is not asked again. */
export async function trustDevice(
  flow: FlowDeps,
  { device: asked }: PendingChallengeOf<'trustDevice'>,
  { trust }: Answers['trustDevice'],
): Promise<Outcome> {
  const device = asked && (await flow.devices.find(asked.username))
  if (device && trust) {
    try {
      await flow.withAccessToken(asked.userId, (AccessToken) =>
        flow.call('UpdateDeviceStatus', {
          AccessToken,
          DeviceKey: device.key,
          DeviceRememberedStatus: 'remembered',
        }),
      )
    } catch (error) {
      // Where Cognito will not, there is nothing that the person could do about it.
      if (!(error instanceof VaultError) || isTransient(error)) throw error
    }
  }
  if (device) await flow.devices.save({ ...device, undecided: false })
  flow.showSession()
  return { kind: 'session' }
}
