import type {
  ConfirmDeviceRequest,
  ConfirmDeviceResponse,
  ConfirmForgotPasswordRequest,
  ConfirmSignUpRequest,
  ConfirmSignUpResponse,
  ForgotPasswordRequest,
  ForgotPasswordResponse,
  GetTokensFromRefreshTokenRequest,
  GetTokensFromRefreshTokenResponse,
  DeleteUserRequest,
  GlobalSignOutRequest,
  InitiateAuthRequest,
  InitiateAuthResponse,
  ResendConfirmationCodeRequest,
  ResendConfirmationCodeResponse,
  RespondToAuthChallengeRequest,
  RespondToAuthChallengeResponse,
  RevokeTokenRequest,
  SignUpRequest,
  SignUpResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { AccountActions } from '#vault/protocol/accountActions.ts'

/** Cognito's actions that the vault calls: request and response in AWS's own types. */
export interface Actions extends AccountActions {
  ConfirmDevice: [ConfirmDeviceRequest, ConfirmDeviceResponse]
  ConfirmForgotPassword: [ConfirmForgotPasswordRequest, Record<never, never>]
  ConfirmSignUp: [ConfirmSignUpRequest, ConfirmSignUpResponse]
  ForgotPassword: [ForgotPasswordRequest, ForgotPasswordResponse]
  GetTokensFromRefreshToken: [GetTokensFromRefreshTokenRequest, GetTokensFromRefreshTokenResponse]
  DeleteUser: [DeleteUserRequest, Record<never, never>]
  GlobalSignOut: [GlobalSignOutRequest, Record<never, never>]
  InitiateAuth: [InitiateAuthRequest, InitiateAuthResponse]
  ResendConfirmationCode: [ResendConfirmationCodeRequest, ResendConfirmationCodeResponse]
  RespondToAuthChallenge: [RespondToAuthChallengeRequest, RespondToAuthChallengeResponse]
  RevokeToken: [RevokeTokenRequest, Record<never, never>]
  SignUp: [SignUpRequest, SignUpResponse]
}

/** Calls an action; see `request.ts`. Members of the response are optional, because nothing checks them. */
export type CallCognito = <Action extends keyof Actions>(
  action: Action,
  input: Actions[Action][0],
) => Promise<Partial<Actions[Action][1]>>
