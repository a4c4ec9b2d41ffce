import { randomText } from '#local-cognito/bytes.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError, notAuthorized, resourceNotFound } from '#local-cognito/errors.ts'
import type { Device, Pool, User } from '#local-cognito/records.ts'
import type { TokenFamily } from '#local-cognito/signInRecords.ts'
import type { FoundRefreshToken } from '#local-cognito/tokens/refresh.ts'

/**
 * Any member of DeviceConfiguration enables device tracking (API reference,
 * DeviceConfigurationType).
 */
export const tracksDevices = ({ settings: { DeviceConfiguration: asked } }: Pool) =>
  asked?.ChallengeRequiredOnNewDevice !== undefined ||
  asked?.DeviceOnlyRememberedOnUserPrompt !== undefined

/** @throws CognitoError where the pool does not track devices */
export function checkDeviceTracking(pool: Pool) {
  if (!tracksDevices(pool))
    throw new CognitoError(
      'InvalidUserPoolConfigurationException',
      'Device tracking not currently enabled for this pool.',
    )
}

/** @throws CognitoError `ResourceNotFoundException`, also for another user's device */
export function requireDevice(user: User, key: string | undefined): Device {
  const device = user.devices?.find((each) => each.key === key)
  if (!device) throw resourceNotFound('Device does not exist.')
  return device
}

/**
 * Finds the device that a sign-in names.
 * @throws CognitoError where it was forgotten, or never confirmed
 */
export const signInDevice = (pool: Pool, user: User, key: string | undefined) =>
  tracksDevices(pool) && key ? requireDevice(user, key) : undefined

/** Tells whether authentication by the device replaces the second factor. */
export const isTrusted = (pool: Pool, device: Device) =>
  device.remembered && pool.settings.DeviceConfiguration?.ChallengeRequiredOnNewDevice === true

/** Makes the `NewDeviceMetadata` that a client confirms with ConfirmDevice. */
export const newDevice = (pool: Pool): NonNullable<TokenFamily['device']> => ({
  key: `${pool.id.slice(0, pool.id.indexOf('_'))}_${crypto.randomUUID()}`,
  // Shaped like the captured `-v7w9UcY6`.
  groupKey: `-${randomText(8, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789')}`,
})

export function forgetDevice(user: User, device: Device) {
  user.devices = (user.devices ?? []).filter((each) => each !== device)
}

/**
 * Lets only the confirmed device of a sign-in refresh its tokens, where devices are tracked.
 * @throws CognitoError whose message ends with a period, unlike that of an invalid token
 */
export function checkRefreshDevice(
  { assumptions }: Cognito,
  pool: Pool,
  { family, user }: FoundRefreshToken,
  deviceKey: string | undefined,
) {
  if (!tracksDevices(pool)) return
  // Of a sign-in over the domain, which hands out no device key.
  if (family.scopes && assumptions.domainRenewal === 'isAllowed') return
  const isKnown = user.devices?.some(({ key }) => key === family.device?.key)
  if (!isKnown || deviceKey !== family.device?.key) throw notAuthorized('Invalid Refresh Token.')
}
