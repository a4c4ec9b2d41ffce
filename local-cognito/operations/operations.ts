import { AddCustomAttributes } from './AddCustomAttributes.ts'
import { AdminAddUserToGroup } from './AdminAddUserToGroup.ts'
import { AdminConfirmSignUp } from './AdminConfirmSignUp.ts'
import { AdminCreateUser } from './AdminCreateUser.ts'
import { AdminDeleteUser } from './AdminDeleteUser.ts'
import { AdminDeleteUserAttributes } from './AdminDeleteUserAttributes.ts'
import { AdminDisableProviderForUser } from './AdminDisableProviderForUser.ts'
import { AdminDisableUser } from './AdminDisableUser.ts'
import { AdminEnableUser } from './AdminEnableUser.ts'
import { AdminForgetDevice } from './AdminForgetDevice.ts'
import { AdminGetUser } from './AdminGetUser.ts'
import { AdminInitiateAuth } from './AdminInitiateAuth.ts'
import { AdminLinkProviderForUser } from './AdminLinkProviderForUser.ts'
import { AdminListDevices } from './AdminListDevices.ts'
import { AdminListGroupsForUser } from './AdminListGroupsForUser.ts'
import { AdminListUserSessions } from './AdminListUserSessions.ts'
import { AdminRemoveUserFromGroup } from './AdminRemoveUserFromGroup.ts'
import { AdminResetUserPassword } from './AdminResetUserPassword.ts'
import { AdminRespondToAuthChallenge } from './AdminRespondToAuthChallenge.ts'
import { AdminRevokeUserSession } from './AdminRevokeUserSession.ts'
import { AdminSetUserMFAPreference } from './AdminSetUserMFAPreference.ts'
import { AdminSetUserPassword } from './AdminSetUserPassword.ts'
import { AdminUpdateDeviceStatus } from './AdminUpdateDeviceStatus.ts'
import { AdminUpdateUserAttributes } from './AdminUpdateUserAttributes.ts'
import { AdminUserGlobalSignOut } from './AdminUserGlobalSignOut.ts'
import { AssociateSoftwareToken } from './AssociateSoftwareToken.ts'
import { ChangePassword } from './ChangePassword.ts'
import { CompleteWebAuthnRegistration } from './CompleteWebAuthnRegistration.ts'
import { ConfirmDevice } from './ConfirmDevice.ts'
import { ConfirmForgotPassword } from './ConfirmForgotPassword.ts'
import { ConfirmSignUp } from './ConfirmSignUp.ts'
import { CreateGroup } from './CreateGroup.ts'
import { CreateIdentityProvider } from './CreateIdentityProvider.ts'
import { CreateResourceServer } from './CreateResourceServer.ts'
import { CreateUserPool } from './CreateUserPool.ts'
import { CreateUserPoolClient } from './CreateUserPoolClient.ts'
import { CreateUserPoolDomain } from './CreateUserPoolDomain.ts'
import { DeleteGroup } from './DeleteGroup.ts'
import { DeleteIdentityProvider } from './DeleteIdentityProvider.ts'
import { DeleteResourceServer } from './DeleteResourceServer.ts'
import { DeleteUser } from './DeleteUser.ts'
import { DeleteUserAttributes } from './DeleteUserAttributes.ts'
import { DeleteUserPool } from './DeleteUserPool.ts'
import { DeleteUserPoolClient } from './DeleteUserPoolClient.ts'
import { DeleteUserPoolDomain } from './DeleteUserPoolDomain.ts'
import { DeleteWebAuthnCredential } from './DeleteWebAuthnCredential.ts'
import { DescribeIdentityProvider } from './DescribeIdentityProvider.ts'
import { DescribeResourceServer } from './DescribeResourceServer.ts'
import { DescribeUserPool } from './DescribeUserPool.ts'
import { DescribeUserPoolClient } from './DescribeUserPoolClient.ts'
import { DescribeUserPoolDomain } from './DescribeUserPoolDomain.ts'
import { ForgetDevice } from './ForgetDevice.ts'
import { ForgotPassword } from './ForgotPassword.ts'
import { GetDevice } from './GetDevice.ts'
import { GetGroup } from './GetGroup.ts'
import { GetIdentityProviderByIdentifier } from './GetIdentityProviderByIdentifier.ts'
import { GetTokensFromRefreshToken } from './GetTokensFromRefreshToken.ts'
import { GetUser } from './GetUser.ts'
import { GetUserAttributeVerificationCode } from './GetUserAttributeVerificationCode.ts'
import { GetUserAuthFactors } from './GetUserAuthFactors.ts'
import { GetUserPoolClientSessionConfiguration } from './GetUserPoolClientSessionConfiguration.ts'
import { GetUserPoolMfaConfig } from './GetUserPoolMfaConfig.ts'
import { GetUserPoolSessionConfiguration } from './GetUserPoolSessionConfiguration.ts'
import { GlobalSignOut } from './GlobalSignOut.ts'
import { InitiateAuth } from './InitiateAuth.ts'
import { ListDevices } from './ListDevices.ts'
import { ListGroups } from './ListGroups.ts'
import { ListIdentityProviders } from './ListIdentityProviders.ts'
import { ListResourceServers } from './ListResourceServers.ts'
import { ListTagsForResource } from './ListTagsForResource.ts'
import { ListUserPoolClients } from './ListUserPoolClients.ts'
import { ListUserPools } from './ListUserPools.ts'
import { ListUserSessions } from './ListUserSessions.ts'
import { ListUsers } from './ListUsers.ts'
import { ListUsersInGroup } from './ListUsersInGroup.ts'
import { ListWebAuthnCredentials } from './ListWebAuthnCredentials.ts'
import { ResendConfirmationCode } from './ResendConfirmationCode.ts'
import { RespondToAuthChallenge } from './RespondToAuthChallenge.ts'
import { RevokeToken } from './RevokeToken.ts'
import { RevokeUserSession } from './RevokeUserSession.ts'
import { SetUserMFAPreference } from './SetUserMFAPreference.ts'
import { SetUserPoolClientSessionConfiguration } from './SetUserPoolClientSessionConfiguration.ts'
import { SetUserPoolMfaConfig } from './SetUserPoolMfaConfig.ts'
import { SetUserPoolSessionConfiguration } from './SetUserPoolSessionConfiguration.ts'
import { SignUp } from './SignUp.ts'
import { StartWebAuthnRegistration } from './StartWebAuthnRegistration.ts'
import { TagResource } from './TagResource.ts'
import { UntagResource } from './UntagResource.ts'
import { UpdateDeviceStatus } from './UpdateDeviceStatus.ts'
import { UpdateGroup } from './UpdateGroup.ts'
import { UpdateIdentityProvider } from './UpdateIdentityProvider.ts'
import { UpdateResourceServer } from './UpdateResourceServer.ts'
import { UpdateUserAttributes } from './UpdateUserAttributes.ts'
import { UpdateUserPool } from './UpdateUserPool.ts'
import { UpdateUserPoolClient } from './UpdateUserPoolClient.ts'
import { UpdateUserPoolDomain } from './UpdateUserPoolDomain.ts'
import { VerifySoftwareToken } from './VerifySoftwareToken.ts'
import { VerifyUserAttribute } from './VerifyUserAttribute.ts'
import type { Operation } from './operation.ts'

type Sdk = typeof import('@aws-sdk/client-cognito-identity-provider')

/** Commands whose input has no required member also accept none. */
type ActionOf<Command> = Command extends abstract new (...input: infer Inputs) => {
  resolveMiddleware: (...never: never[]) => (...never: never[]) => Promise<{ output: infer Output }>
}
  ? Operation<Extract<Inputs, [unknown]>[0], Wire<Omit<Output, '$metadata'>>>
  : never

/** An operation whose output has no members may have no output shape, hence no body. */
type Wire<Output> = keyof Output extends never ? object | void : Output

/** Contract of the API: every action, in AWS's own types. */
type Contract = {
  [Key in keyof Sdk as Key extends `${infer Action}Command` ? Action : never]: ActionOf<Sdk[Key]>
}

/** Actions that are implemented. One with the wrong input or output type does not compile. */
export const operations = {
  AddCustomAttributes,
  AdminAddUserToGroup,
  AdminConfirmSignUp,
  AdminCreateUser,
  AdminDeleteUser,
  AdminDeleteUserAttributes,
  AdminDisableProviderForUser,
  AdminDisableUser,
  AdminEnableUser,
  AdminForgetDevice,
  AdminGetUser,
  AdminInitiateAuth,
  AdminLinkProviderForUser,
  AdminListDevices,
  AdminListGroupsForUser,
  AdminListUserSessions,
  AdminRemoveUserFromGroup,
  AdminResetUserPassword,
  AdminRespondToAuthChallenge,
  AdminRevokeUserSession,
  AdminSetUserMFAPreference,
  AdminSetUserPassword,
  AdminUpdateDeviceStatus,
  AdminUpdateUserAttributes,
  AdminUserGlobalSignOut,
  AssociateSoftwareToken,
  ChangePassword,
  CompleteWebAuthnRegistration,
  ConfirmDevice,
  ConfirmForgotPassword,
  ConfirmSignUp,
  CreateGroup,
  CreateIdentityProvider,
  CreateResourceServer,
  CreateUserPool,
  CreateUserPoolClient,
  CreateUserPoolDomain,
  DeleteGroup,
  DeleteIdentityProvider,
  DeleteResourceServer,
  DeleteUser,
  DeleteUserAttributes,
  DeleteUserPool,
  DeleteUserPoolClient,
  DeleteUserPoolDomain,
  DeleteWebAuthnCredential,
  DescribeIdentityProvider,
  DescribeResourceServer,
  DescribeUserPool,
  DescribeUserPoolClient,
  DescribeUserPoolDomain,
  ForgetDevice,
  ForgotPassword,
  GetDevice,
  GetGroup,
  GetIdentityProviderByIdentifier,
  GetTokensFromRefreshToken,
  GetUser,
  GetUserAttributeVerificationCode,
  GetUserAuthFactors,
  GetUserPoolClientSessionConfiguration,
  GetUserPoolMfaConfig,
  GetUserPoolSessionConfiguration,
  GlobalSignOut,
  InitiateAuth,
  ListDevices,
  ListGroups,
  ListIdentityProviders,
  ListResourceServers,
  ListTagsForResource,
  ListUserPoolClients,
  ListUserPools,
  ListUserSessions,
  ListUsers,
  ListUsersInGroup,
  ListWebAuthnCredentials,
  ResendConfirmationCode,
  RespondToAuthChallenge,
  RevokeToken,
  RevokeUserSession,
  SetUserMFAPreference,
  SetUserPoolClientSessionConfiguration,
  SetUserPoolMfaConfig,
  SetUserPoolSessionConfiguration,
  SignUp,
  StartWebAuthnRegistration,
  TagResource,
  UntagResource,
  UpdateDeviceStatus,
  UpdateGroup,
  UpdateIdentityProvider,
  UpdateResourceServer,
  UpdateUserAttributes,
  UpdateUserPool,
  UpdateUserPoolClient,
  UpdateUserPoolDomain,
  VerifySoftwareToken,
  VerifyUserAttribute,
} satisfies Partial<Contract>
