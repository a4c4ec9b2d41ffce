import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import type { AttemptOf, Outcome, Steps, Traveller } from '#vault/ways/attempt.ts'
import { deviceKeyOf } from './deviceKey.ts'
import { deviceName } from './deviceName.ts'
import { exceptionType, isPassing, VaultError } from '#vault/wire/errors.ts'
import type { Answers } from '#vault/messages.ts'
import { makeDeviceSecret } from '#vault/srp/srpLibrary.ts'
import { claimsOf, type TokenSet } from '#vault/session/tokens.ts'

/**
 * Makes this browser known to a pool that tracks devices, when it has just given it a key.
 *
 * Nobody is kept out by what goes wrong here: the next sign-in brings another key.
 *
 * @returns the question whether to trust it, where the pool wants to know and the person has not said.
 */
export async function meetDevice(
  steps: Steps,
  tokens: TokenSet,
  { username: typed, keep }: Traveller,
  {
    DeviceKey: key,
    DeviceGroupKey: groupKey,
  }: NonNullable<AuthenticationResultType['NewDeviceMetadata']> = {},
): Promise<AttemptOf<'trustDevice'> | undefined> {
  const { username, userId } = claimsOf(tokens)
  if (key && groupKey) {
    const secret = await makeDeviceSecret(groupKey, key)
    const undecided = await confirm(steps, tokens, key, secret)
    if (undecided === undefined) return undefined
    const { password } = secret
    await steps.devices.keep({ username, typed, key, groupKey, password, undecided })
  }
  const device = await steps.devices.find(username)
  if (!device?.undecided || device.key !== deviceKeyOf(tokens)) return undefined
  return { challenge: { kind: 'trustDevice', username: typed }, keep, device: { userId, username } }
}

/** @returns whether the person is to be asked; undefined where the device is not known to Cognito. */
async function confirm(
  { call }: Steps,
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
      if (isPassing(error)) return ask()
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
  steps: Steps,
  { device: asked }: AttemptOf<'trustDevice'>,
  { trust }: Answers['trustDevice'],
): Promise<Outcome> {
  const device = asked && (await steps.devices.find(asked.username))
  if (device && trust) {
    try {
      await steps.withAccessToken(asked.userId, (AccessToken) =>
        steps.call('UpdateDeviceStatus', {
          AccessToken,
          DeviceKey: device.key,
          DeviceRememberedStatus: 'remembered',
        }),
      )
    } catch (error) {
      // Where Cognito will not, there is nothing that the person could do about it.
      if (!(error instanceof VaultError) || isPassing(error)) throw error
    }
  }
  if (device) await steps.devices.keep({ ...device, undecided: false })
  steps.showSession()
  return { to: 'session' }
}
