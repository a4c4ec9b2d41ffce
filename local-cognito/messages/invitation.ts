import type { DeliveryMediumType } from '@aws-sdk/client-cognito-identity-provider'
import type { Cognito } from '#local-cognito/operation.ts'
import type { User } from '#local-cognito/records.ts'

/**
 * Sends somebody the temporary password, by each medium asked for and every contact there is.
 * Where none is asked for, the API's default is SMS; who has no phone is written to.
 */
export function sendInvitation(
  cognito: Cognito,
  user: User,
  password: string,
  asked: DeliveryMediumType[] | undefined,
) {
  const { email, phone_number: phone } = user.attributes
  const mediums = asked ?? [phone ? 'SMS' : 'EMAIL']
  const { poolId, username } = user
  const invite = (to: string, medium: DeliveryMediumType) =>
    cognito.send({ to, medium, kind: 'invitation', code: password, username, poolId })
  if (phone && mediums.includes('SMS')) invite(phone, 'SMS')
  if (email && mediums.includes('EMAIL')) invite(email, 'EMAIL')
}
