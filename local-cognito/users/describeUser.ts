import type { UserType } from '@aws-sdk/client-cognito-identity-provider'
import type { User } from '#local-cognito/records.ts'
import { toAttributeList } from './attributes.ts'

/** Formats a user for ListUsers and AdminCreateUser, with all or only the wanted attributes. */
export const describeUser = (user: User, wanted?: string[]): UserType => ({
  Username: user.username,
  Attributes: toAttributeList({ ...user.attributes, sub: user.sub }).filter(
    ({ Name = '' }) => wanted?.includes(Name) ?? true,
  ),
  UserCreateDate: new Date(user.createdAt),
  UserLastModifiedDate: new Date(user.modifiedAt),
  Enabled: user.enabled,
  UserStatus: user.status,
})
