import type {
  ConfirmDeviceRequest,
  ConfirmDeviceResponse,
  DeviceSecretVerifierConfigType,
} from '@aws-sdk/client-cognito-identity-provider'
import { fromBase64, toHex } from '#local-cognito/bytes.ts'
import { checkDeviceTracking } from '#local-cognito/devices/devices.ts'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import { string, structure } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import type { Verifier } from '#local-cognito/records.ts'
import { N, toInteger } from '#local-cognito/srp/group.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { operation } from './operation.ts'

/**
 * Confirms the device in the sign-in's `NewDeviceMetadata`, and no other.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmDevice.html
 */
export const ConfirmDevice = operation<ConfirmDeviceRequest, ConfirmDeviceResponse>({
  members: {
    AccessToken: members.token.required,
    DeviceKey: members.deviceKey.required,
    DeviceSecretVerifierConfig: structure<DeviceSecretVerifierConfigType>({
      PasswordVerifier: string(),
      Salt: string(),
    }),
    DeviceName: string({ min: 1, max: 1024 }),
  },

  async run(input, cognito) {
    const { pool, user, family } = await callerOf(cognito, input.AccessToken)
    checkDeviceTracking(pool)
    if (input.DeviceKey !== family.device?.key) throw invalidParameter('Invalid device key given.')
    if (user.devices?.some(({ key }) => key === input.DeviceKey))
      throw new CognitoError('DeviceKeyExistsException', 'Device key already exists.')
    const verifier = readDeviceVerifier(input.DeviceSecretVerifierConfig)
    const asksFirst = pool.settings.DeviceConfiguration?.DeviceOnlyRememberedOnUserPrompt === true
    const now = cognito.now()
    const device = {
      ...family.device,
      name: input.DeviceName,
      verifier,
      remembered: !asksFirst,
      createdAt: now,
      modifiedAt: now,
      authenticatedAt: now,
      address: cognito.source.address,
    }
    user.devices = [...(user.devices ?? []), device]
    return { UserConfirmationNecessary: asksFirst }
  },
})

/**
 * Reads the verifier of a device's generated password: base64 of bytes, unlike other SRP values.
 * @throws CognitoError when it is malformed. AWS's message is not known
 */
function readDeviceVerifier(given: DeviceSecretVerifierConfigType | undefined): Verifier {
  const salt = fromBase64(given?.Salt ?? '')
  const verifier = fromBase64(given?.PasswordVerifier ?? '')
  if (!salt?.length || !verifier?.length) throw unreadable()
  const v = toInteger(verifier)
  // With one or zero, anyone could authenticate without the password.
  if (v <= 1n || v >= N) throw unreadable()
  return { salt: toHex(salt), verifier: v.toString(16) }
}

const unreadable = () => invalidParameter('Invalid device secret verifier config given.')
