import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import { exceptionType, isTransient, VaultError } from '#vault/cognito/vaultError.ts'
import type { Answers } from '#vault/protocol/challenges.ts'
import { claimsOf, deviceKeyOf, type TokenSet } from '#vault/session/tokens.ts'
import { makeDeviceSecret } from '#vault/srp/srpLibrary.ts'
import type { Outcome, PendingChallengeOf, SignInContext } from './pendingChallenge.ts'
import type { SignInDeps } from './signInDeps.ts'

type NewDevice = NonNullable<AuthenticationResultType['NewDeviceMetadata']>

/**
 * Registers this browser as a device (ConfirmDevice), in a pool that tracks devices and has just given it a
 * device key. A failure does not stop the sign-in: the next one brings another key.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
 *
 * @returns the question whether to trust the device, in a pool that leaves this to the user.
 */
export async function confirmDevice(
  deps: SignInDeps,
  tokens: TokenSet,
  { username, rememberMe }: SignInContext,
  { DeviceKey: key, DeviceGroupKey: groupKey }: NewDevice = {},
): Promise<PendingChallengeOf<'trustDevice'> | undefined> {
  const { username: cognitoUsername, userId } = claimsOf(tokens)
  if (key && groupKey) {
    const secret = await makeDeviceSecret(groupKey, key)
    const undecided = await callConfirmDevice(deps, tokens, key, secret)
    if (undecided === undefined) return undefined
    const { password } = secret
    await deps.devices.save({ username, cognitoUsername, key, groupKey, password, undecided })
  }
  const device = await deps.devices.find(cognitoUsername)
  if (!device?.undecided || device.key !== deviceKeyOf(tokens)) return undefined
  return {
    challenge: { kind: 'trustDevice', username },
    rememberMe,
    deviceOwner: { userId, cognitoUsername },
  }
}

/** @returns whether the user has to be asked for trust; undefined where Cognito did not register the device. */
async function callConfirmDevice(
  deps: SignInDeps,
  { accessToken }: TokenSet,
  key: string,
  { verifier, salt }: { verifier: string; salt: string },
): Promise<boolean | undefined> {
  const confirm = () =>
    deps.call('ConfirmDevice', {
      AccessToken: accessToken,
      DeviceKey: key,
      DeviceName: deviceName(globalThis.navigator?.userAgent ?? ''),
      DeviceSecretVerifierConfig: { PasswordVerifier: verifier, Salt: salt },
    })
  try {
    // Tries twice, because Cognito renews no session of a device that was not confirmed.
    const { UserConfirmationNecessary } = await confirm().catch((error: unknown) => {
      if (isTransient(error)) return confirm()
      throw error
    })
    return UserConfirmationNecessary === true
  } catch (error) {
    // The first request succeeded, but its response was lost.
    if (exceptionType(error) === 'DeviceKeyExistsException') return false
    if (error instanceof VaultError) return undefined
    throw error
  }
}

/** Stores the user's decision, so that they are asked once, and shows the session. */
export async function trustDevice(
  deps: SignInDeps,
  { deviceOwner }: PendingChallengeOf<'trustDevice'>,
  { trust }: Answers['trustDevice'],
): Promise<Outcome> {
  const device = deviceOwner && (await deps.devices.find(deviceOwner.cognitoUsername))
  if (device && trust) {
    try {
      await deps.sessionManager.withAccessToken(deviceOwner.userId, (AccessToken) =>
        deps.call('UpdateDeviceStatus', {
          AccessToken,
          DeviceKey: device.key,
          DeviceRememberedStatus: 'remembered',
        }),
      )
    } catch (error) {
      // A refusal by Cognito is not shown, because the user could do nothing about it.
      if (!(error instanceof VaultError) || isTransient(error)) throw error
    }
  }
  if (device) await deps.devices.save({ ...device, undecided: false })
  return { kind: 'alreadySignedIn' }
}

/** The first match wins, because most browsers also name others in their user agent. */
const browsers: [RegExp, string][] = [
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X/, 'Mac'],
  [/Linux|X11/, 'Linux'],
]

const nameIn = (text: string, names: [RegExp, string][]) =>
  names.find(([pattern]) => pattern.test(text))?.[1]

/**
 * Names this browser for the list of devices: `Chrome on Linux`. Reads the user agent only, because
 * `userAgentData` exists in Chromium alone and has nothing more for this.
 */
export function deviceName(userAgent: string): string {
  const browser = nameIn(userAgent, browsers)
  const system = nameIn(userAgent, systems)
  return [browser ?? 'Browser', ...(system ? [system] : [])].join(' on ')
}
