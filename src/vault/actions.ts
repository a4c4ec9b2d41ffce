import type {
  AssociateSoftwareTokenRequest,
  AssociateSoftwareTokenResponse,
  ConfirmDeviceRequest,
  ConfirmDeviceResponse,
  ConfirmForgotPasswordRequest,
  ConfirmSignUpRequest,
  ConfirmSignUpResponse,
  ForgotPasswordRequest,
  ForgotPasswordResponse,
  GetTokensFromRefreshTokenRequest,
  GetTokensFromRefreshTokenResponse,
  GetUserRequest,
  GetUserResponse,
  InitiateAuthRequest,
  InitiateAuthResponse,
  ResendConfirmationCodeRequest,
  ResendConfirmationCodeResponse,
  RespondToAuthChallengeRequest,
  RespondToAuthChallengeResponse,
  RevokeTokenRequest,
  SignUpRequest,
  SignUpResponse,
  UpdateDeviceStatusRequest,
  VerifySoftwareTokenRequest,
  VerifySoftwareTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider'

/** The actions the vault uses: request and response in AWS's own types. */
export interface Actions {
  AssociateSoftwareToken: [AssociateSoftwareTokenRequest, AssociateSoftwareTokenResponse]
  ConfirmDevice: [ConfirmDeviceRequest, ConfirmDeviceResponse]
  ConfirmForgotPassword: [ConfirmForgotPasswordRequest, Record<never, never>]
  ConfirmSignUp: [ConfirmSignUpRequest, ConfirmSignUpResponse]
  ForgotPassword: [ForgotPasswordRequest, ForgotPasswordResponse]
  GetTokensFromRefreshToken: [GetTokensFromRefreshTokenRequest, GetTokensFromRefreshTokenResponse]
  GetUser: [GetUserRequest, GetUserResponse]
  InitiateAuth: [InitiateAuthRequest, InitiateAuthResponse]
  ResendConfirmationCode: [ResendConfirmationCodeRequest, ResendConfirmationCodeResponse]
  RespondToAuthChallenge: [RespondToAuthChallengeRequest, RespondToAuthChallengeResponse]
  RevokeToken: [RevokeTokenRequest, Record<never, never>]
  SignUp: [SignUpRequest, SignUpResponse]
  UpdateDeviceStatus: [UpdateDeviceStatusRequest, Record<never, never>]
  VerifySoftwareToken: [VerifySoftwareTokenRequest, VerifySoftwareTokenResponse]
}

export type CallCognito = <Action extends keyof Actions>(
  action: Action,
  input: Actions[Action][0],
) => Promise<Partial<Actions[Action][1]>>
