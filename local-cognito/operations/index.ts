import type { Operation } from '#local-cognito/operation.ts'
import { AdminAddUserToGroup } from './AdminAddUserToGroup.ts'
import { AdminConfirmSignUp } from './AdminConfirmSignUp.ts'
import { AdminCreateUser } from './AdminCreateUser.ts'
import { AdminDeleteUser } from './AdminDeleteUser.ts'
import { AdminDisableUser } from './AdminDisableUser.ts'
import { AdminEnableUser } from './AdminEnableUser.ts'
import { AdminGetUser } from './AdminGetUser.ts'
import { AdminListGroupsForUser } from './AdminListGroupsForUser.ts'
import { AdminRemoveUserFromGroup } from './AdminRemoveUserFromGroup.ts'
import { AdminResetUserPassword } from './AdminResetUserPassword.ts'
import { AdminSetUserPassword } from './AdminSetUserPassword.ts'
import { AdminUpdateUserAttributes } from './AdminUpdateUserAttributes.ts'
import { AdminUserGlobalSignOut } from './AdminUserGlobalSignOut.ts'
import { ChangePassword } from './ChangePassword.ts'
import { ConfirmForgotPassword } from './ConfirmForgotPassword.ts'
import { ConfirmSignUp } from './ConfirmSignUp.ts'
import { CreateGroup } from './CreateGroup.ts'
import { CreateUserPool } from './CreateUserPool.ts'
import { CreateUserPoolClient } from './CreateUserPoolClient.ts'
import { DeleteUserPool } from './DeleteUserPool.ts'
import { DescribeUserPool } from './DescribeUserPool.ts'
import { DescribeUserPoolClient } from './DescribeUserPoolClient.ts'
import { ForgotPassword } from './ForgotPassword.ts'
import { GetTokensFromRefreshToken } from './GetTokensFromRefreshToken.ts'
import { GetUser } from './GetUser.ts'
import { GetUserPoolMfaConfig } from './GetUserPoolMfaConfig.ts'
import { GlobalSignOut } from './GlobalSignOut.ts'
import { InitiateAuth } from './InitiateAuth.ts'
import { ListUserPools } from './ListUserPools.ts'
import { ListUsers } from './ListUsers.ts'
import { ResendConfirmationCode } from './ResendConfirmationCode.ts'
import { RespondToAuthChallenge } from './RespondToAuthChallenge.ts'
import { RevokeToken } from './RevokeToken.ts'
import { SetUserPoolMfaConfig } from './SetUserPoolMfaConfig.ts'
import { SignUp } from './SignUp.ts'
import { UpdateUserPool } from './UpdateUserPool.ts'
import { UpdateUserPoolClient } from './UpdateUserPoolClient.ts'

type Sdk = typeof import('@aws-sdk/client-cognito-identity-provider')

type ActionOf<Command> = Command extends abstract new (input: infer Input) => {
  resolveMiddleware: (...never: never[]) => (...never: never[]) => Promise<{ output: infer Output }>
}
  ? Operation<Input, Wire<Omit<Output, '$metadata'>>>
  : never

/** An operation whose output has no members may have no output shape at all, hence no body. */
type Wire<Output> = keyof Output extends never ? object | void : Output

/** The wire contract: every action of the API, in AWS's own types. */
type Contract = {
  [Key in keyof Sdk as Key extends `${infer Action}Command` ? Action : never]: ActionOf<Sdk[Key]>
}

/** The actions that are served. One with the wrong input or output does not compile. */
export const operations = {
  AdminAddUserToGroup,
  AdminConfirmSignUp,
  AdminCreateUser,
  AdminDeleteUser,
  AdminDisableUser,
  AdminEnableUser,
  AdminGetUser,
  AdminListGroupsForUser,
  AdminRemoveUserFromGroup,
  AdminResetUserPassword,
  AdminSetUserPassword,
  AdminUpdateUserAttributes,
  AdminUserGlobalSignOut,
  ChangePassword,
  ConfirmForgotPassword,
  ConfirmSignUp,
  CreateGroup,
  CreateUserPool,
  CreateUserPoolClient,
  DeleteUserPool,
  DescribeUserPool,
  DescribeUserPoolClient,
  ForgotPassword,
  GetTokensFromRefreshToken,
  GetUser,
  GetUserPoolMfaConfig,
  GlobalSignOut,
  InitiateAuth,
  ListUserPools,
  ListUsers,
  ResendConfirmationCode,
  RespondToAuthChallenge,
  RevokeToken,
  SetUserPoolMfaConfig,
  SignUp,
  UpdateUserPool,
  UpdateUserPoolClient,
} satisfies Partial<Contract>
