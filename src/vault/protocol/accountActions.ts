import type {
  AssociateSoftwareTokenRequest,
  AssociateSoftwareTokenResponse,
  ChangePasswordRequest,
  CompleteWebAuthnRegistrationRequest,
  DeleteUserAttributesRequest,
  DeleteWebAuthnCredentialRequest,
  ForgetDeviceRequest,
  GetDeviceRequest,
  GetDeviceResponse,
  GetUserAttributeVerificationCodeRequest,
  GetUserAttributeVerificationCodeResponse,
  GetUserAuthFactorsRequest,
  GetUserAuthFactorsResponse,
  GetUserRequest,
  GetUserResponse,
  ListDevicesRequest,
  ListDevicesResponse,
  ListUserSessionsRequest,
  ListUserSessionsResponse,
  ListWebAuthnCredentialsRequest,
  ListWebAuthnCredentialsResponse,
  RevokeUserSessionRequest,
  SetUserMFAPreferenceRequest,
  StartWebAuthnRegistrationRequest,
  StartWebAuthnRegistrationResponse,
  UpdateDeviceStatusRequest,
  UpdateUserAttributesRequest,
  UpdateUserAttributesResponse,
  VerifySoftwareTokenRequest,
  VerifySoftwareTokenResponse,
  VerifyUserAttributeRequest,
} from '@aws-sdk/client-cognito-identity-provider'

/** The attributes of a user, as GetUser lists them. */
export type UserAttributes = NonNullable<GetUserResponse['UserAttributes']>

type EmptyResponse = Record<never, never>

/** Actions of a user on their own account: request and response in AWS's own types. */
export interface AccountActions {
  AssociateSoftwareToken: [AssociateSoftwareTokenRequest, AssociateSoftwareTokenResponse]
  ChangePassword: [ChangePasswordRequest, EmptyResponse]
  CompleteWebAuthnRegistration: [CompleteWebAuthnRegistrationRequest, EmptyResponse]
  DeleteUserAttributes: [DeleteUserAttributesRequest, EmptyResponse]
  DeleteWebAuthnCredential: [DeleteWebAuthnCredentialRequest, EmptyResponse]
  ForgetDevice: [ForgetDeviceRequest, EmptyResponse]
  GetDevice: [GetDeviceRequest, GetDeviceResponse]
  GetUser: [GetUserRequest, GetUserResponse]
  GetUserAttributeVerificationCode: [
    GetUserAttributeVerificationCodeRequest,
    GetUserAttributeVerificationCodeResponse,
  ]
  GetUserAuthFactors: [GetUserAuthFactorsRequest, GetUserAuthFactorsResponse]
  ListDevices: [ListDevicesRequest, ListDevicesResponse]
  ListUserSessions: [ListUserSessionsRequest, ListUserSessionsResponse]
  ListWebAuthnCredentials: [ListWebAuthnCredentialsRequest, ListWebAuthnCredentialsResponse]
  RevokeUserSession: [RevokeUserSessionRequest, EmptyResponse]
  SetUserMFAPreference: [SetUserMFAPreferenceRequest, EmptyResponse]
  StartWebAuthnRegistration: [StartWebAuthnRegistrationRequest, StartWebAuthnRegistrationResponse]
  UpdateDeviceStatus: [UpdateDeviceStatusRequest, EmptyResponse]
  UpdateUserAttributes: [UpdateUserAttributesRequest, UpdateUserAttributesResponse]
  VerifySoftwareToken: [VerifySoftwareTokenRequest, VerifySoftwareTokenResponse]
  VerifyUserAttribute: [VerifyUserAttributeRequest, EmptyResponse]
}

export type AccountAction = keyof AccountActions

/** Request of an action as the page sends it. The vault adds the access token. */
export type AccountActionInput<Action extends AccountAction> = Omit<
  AccountActions[Action][0],
  'AccessToken'
>

export type AccountActionOutput<Action extends AccountAction> = Partial<AccountActions[Action][1]>

/** The names at run time. The vault refuses any other action, so that the page cannot use the token for it. */
const names: Record<AccountAction, true> = {
  AssociateSoftwareToken: true,
  ChangePassword: true,
  CompleteWebAuthnRegistration: true,
  DeleteUserAttributes: true,
  DeleteWebAuthnCredential: true,
  ForgetDevice: true,
  GetDevice: true,
  GetUser: true,
  GetUserAttributeVerificationCode: true,
  GetUserAuthFactors: true,
  ListDevices: true,
  ListUserSessions: true,
  ListWebAuthnCredentials: true,
  RevokeUserSession: true,
  SetUserMFAPreference: true,
  StartWebAuthnRegistration: true,
  UpdateDeviceStatus: true,
  UpdateUserAttributes: true,
  VerifySoftwareToken: true,
  VerifyUserAttribute: true,
}

export const accountActions: readonly string[] = Object.keys(names)

export function isAccountAction(name: unknown): name is AccountAction {
  return typeof name === 'string' && Object.hasOwn(names, name)
}
