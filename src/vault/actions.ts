import type {
  AssociateSoftwareTokenRequest,
  AssociateSoftwareTokenResponse,
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
  VerifySoftwareTokenRequest,
  VerifySoftwareTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider'

/** The actions the vault uses: request and response in AWS's own types. */
export interface Actions {
  AssociateSoftwareToken: [AssociateSoftwareTokenRequest, AssociateSoftwareTokenResponse]
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
  VerifySoftwareToken: [VerifySoftwareTokenRequest, VerifySoftwareTokenResponse]
}

export type CallCognito = <Action extends keyof Actions>(
  action: Action,
  input: Actions[Action][0],
) => Promise<Partial<Actions[Action][1]>>
