import type { UserType } from '@aws-sdk/client-cognito-identity-provider'
import { toAttributeList } from './attributes.ts'
import type { User } from './records.ts'

/** A user as ListUsers and AdminCreateUser answer them. */
export const describeUser = (user: User): UserType => ({
  Username: user.username,
  Attributes: toAttributeList({ ...user.attributes, sub: user.sub }),
  UserCreateDate: new Date(user.createdAt),
  UserLastModifiedDate: new Date(user.modifiedAt),
  Enabled: user.enabled,
  UserStatus: user.status,
})
