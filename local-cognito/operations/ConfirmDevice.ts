import type {
  ConfirmDeviceRequest,
  ConfirmDeviceResponse,
  DeviceSecretVerifierConfigType,
} from '@aws-sdk/client-cognito-identity-provider'
import { checkTracking } from '#local-cognito/devices/devices.ts'
import { readDeviceVerifier } from '#local-cognito/devices/deviceVerifier.ts'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import { operation } from '#local-cognito/operation.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { string, structure } from '#local-cognito/wire/constraints.ts'
import * as members from '#local-cognito/wire/members.ts'

/** Makes the device known that the sign-in gave: its `NewDeviceMetadata`, and no other. */
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
    checkTracking(pool)
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
