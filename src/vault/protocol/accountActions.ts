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

type Nothing = Record<never, never>

/** What people may do to their own account: request and response in AWS's own types. */
export interface AccountActions {
  AssociateSoftwareToken: [AssociateSoftwareTokenRequest, AssociateSoftwareTokenResponse]
  ChangePassword: [ChangePasswordRequest, Nothing]
  CompleteWebAuthnRegistration: [CompleteWebAuthnRegistrationRequest, Nothing]
  DeleteUserAttributes: [DeleteUserAttributesRequest, Nothing]
  DeleteWebAuthnCredential: [DeleteWebAuthnCredentialRequest, Nothing]
  ForgetDevice: [ForgetDeviceRequest, Nothing]
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
  RevokeUserSession: [RevokeUserSessionRequest, Nothing]
  SetUserMFAPreference: [SetUserMFAPreferenceRequest, Nothing]
  StartWebAuthnRegistration: [StartWebAuthnRegistrationRequest, StartWebAuthnRegistrationResponse]
  UpdateDeviceStatus: [UpdateDeviceStatusRequest, Nothing]
  UpdateUserAttributes: [UpdateUserAttributesRequest, UpdateUserAttributesResponse]
  VerifySoftwareToken: [VerifySoftwareTokenRequest, VerifySoftwareTokenResponse]
  VerifyUserAttribute: [VerifyUserAttributeRequest, Nothing]
}

export type AccountAction = keyof AccountActions

/** The request of an action as the page makes it: the vault adds the token. */
export type AccountActionInput<Action extends AccountAction> = Omit<
  AccountActions[Action][0],
  'AccessToken'
>

export type AccountActionOutput<Action extends AccountAction> = Partial<AccountActions[Action][1]>

/** The same at run time: the page can have nothing else done with its token. */
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
