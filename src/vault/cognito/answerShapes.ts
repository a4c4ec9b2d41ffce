import * as is from '#vault/protocol/validators.ts'
import type { Actions } from './actions.ts'

/** For a list that AWS's model does not require: an answer with other members only is not Cognito's. */
const emptyOr =
  <Value extends object>(name: string, isOwn: is.Validator<Value>): is.Validator<Value> =>
  (value): value is Value =>
    isOwn(value) && (name in value || Object.keys(value).length === 0)

const isText = is.isString
const isPage = { NextToken: isText, PaginationToken: isText }

/**
 * Members that AWS's model requires in an answer, and those that a page is made of. What has another shape is an error:
 * an empty page would say that there is nothing. A test reads the model.
 */
const shapes: Partial<Record<keyof Actions, is.Validator<unknown>>> = {
  GetDevice: is.isShape({ Device: is.isShape({ DeviceKey: isText }) }),
  GetUser: is.isShape({
    Username: isText,
    UserAttributes: is.isArrayOf(is.isShape({ Name: isText }, { Value: isText })),
  }),
  GetUserAuthFactors: is.isShape(
    { Username: isText },
    {
      ConfiguredUserAuthFactors: is.isArrayOf(isText),
      UserMFASettingList: is.isArrayOf(isText),
      PreferredMfaSetting: isText,
    },
  ),
  ListDevices: emptyOr(
    'Devices',
    is.isShape({}, { ...isPage, Devices: is.isArrayOf(is.isShape({ DeviceKey: isText })) }),
  ),
  ListUserSessions: emptyOr(
    'Sessions',
    is.isShape({}, { ...isPage, Sessions: is.isArrayOf(is.isShape({}, { SessionId: isText })) }),
  ),
  ListWebAuthnCredentials: is.isShape(
    { Credentials: is.isArrayOf(is.isShape({ CredentialId: isText })) },
    isPage,
  ),
  SignUp: is.isShape({ UserConfirmed: is.isBoolean, UserSub: isText }),
  StartWebAuthnRegistration: is.isShape({ CredentialCreationOptions: is.isShape({}) }),
}

/** Whether a successful answer has what the action's answer always has. */
export function isAnswerOf(action: keyof Actions, body: object): boolean {
  return shapes[action]?.(body) ?? true
}
