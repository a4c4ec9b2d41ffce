import * as v from 'valibot'
import type { Request } from './messages.ts'

const nothing = v.strictObject({})
const attributes = v.record(v.string(), v.string())
const delivery = v.exactOptional(
  v.strictObject({ destination: v.string(), medium: v.picklist(['EMAIL', 'SMS']) }),
)

const pending = v.variant('kind', [
  v.strictObject({
    kind: v.literal('confirmSignUp'),
    username: v.string(),
    delivery,
    codeLength: v.number(),
  }),
  v.strictObject({
    kind: v.literal('resetPassword'),
    username: v.string(),
    required: v.boolean(),
    delivery,
    codeLength: v.number(),
  }),
])

const start = v.strictObject({
  config: v.object({
    cognito: v.object({
      region: v.string(),
      userPoolId: v.string(),
      userPoolClientId: v.string(),
      endpoint: v.exactOptional(v.string()),
    }),
    session: v.object({
      storage: v.picklist(['sealed', 'memory']),
      refreshTokenValiditySeconds: v.exactOptional(v.number()),
    }),
  }),
  tab: v.strictObject({ run: v.string(), pending: v.exactOptional(pending) }),
})

function request<const Name extends string, Input extends v.GenericSchema>(
  name: Name,
  input: Input,
) {
  return v.strictObject({ id: v.number(), name: v.literal(name), input })
}

/** The boundary: nothing that is not one of these reaches the vault. */
export const requestSchema = v.variant('name', [
  request('start', start),
  request('prepareSignIn', nothing),
  request(
    'signIn',
    v.strictObject({ username: v.string(), password: v.string(), keepSignedIn: v.boolean() }),
  ),
  request('signUp', v.strictObject({ username: v.string(), password: v.string(), attributes })),
  request('confirmSignUp', v.strictObject({ code: v.string() })),
  request('forgotPassword', v.strictObject({ username: v.string() })),
  request('resetPassword', v.strictObject({ code: v.string(), newPassword: v.string() })),
  request('resendCode', nothing),
  request('setNewPassword', v.strictObject({ newPassword: v.string(), attributes })),
  request('getAccount', nothing),
  request('signOut', nothing),
]) satisfies v.GenericSchema<unknown, Request>
