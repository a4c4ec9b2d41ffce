import type {
  AnalyticsMetadataType,
  AttributeType,
  ContextDataType,
  UserContextDataType,
} from '@aws-sdk/client-cognito-identity-provider'
import { list, number, oneOf, opaque, string, stringMap, structure } from './constraints.ts'

// Constraints of botocore's model (cognito-idp 2016-04-18) that several operations share.

const username = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+'

export const clientId = string({ min: 1, max: 128, pattern: '[\\w+]+', sensitive: true })
export const userName = string({ min: 1, max: 128, pattern: username, sensitive: true })
export const password = string({ max: 256, pattern: '[\\S]+', sensitive: true })
export const secretHash = string({ min: 1, max: 128, pattern: '[\\w+=/]+', sensitive: true })
export const clientSecret = string({ min: 1, max: 64, pattern: '[\\w+]+', sensitive: true })
export const confirmationCode = string({ min: 1, max: 2048, pattern: '[\\S]+' })
export const session = string({ min: 20, max: 2048, sensitive: true })
export const token = string({ pattern: '[A-Za-z0-9-_=.]+', sensitive: true })
export const nextToken = string({ min: 1, max: 131_072, pattern: '[\\S]+' })
export const deviceKey = string({ min: 1, max: 55, pattern: '[\\w-]+_[0-9a-f-]+' })
export const userPoolId = string({ min: 1, max: 55, pattern: '[\\w-]+_[0-9a-zA-Z]+' })
export const groupName = string({ min: 1, max: 128, pattern: username })
export const attributeName = string({ min: 1, max: 32, pattern: username })
const attributeValue = string({ max: 2048, sensitive: true })
export const attributes = list(
  structure<AttributeType>({ Name: attributeName.required, Value: attributeValue }),
)

export const authFlow = oneOf(
  'USER_SRP_AUTH',
  'REFRESH_TOKEN_AUTH',
  'REFRESH_TOKEN',
  'CUSTOM_AUTH',
  'ADMIN_NO_SRP_AUTH',
  'USER_PASSWORD_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
  'USER_AUTH',
)
export const challengeName = oneOf(
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
  'PASSWORD_VERIFIER',
  'CUSTOM_CHALLENGE',
  'SELECT_CHALLENGE',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'ADMIN_NO_SRP_AUTH',
  'NEW_PASSWORD_REQUIRED',
  'SMS_OTP',
  'PASSWORD',
  'WEB_AUTHN',
  'PASSWORD_SRP',
)
/** `Limit`, where 0 means the maximum. */
export const limit = number({ min: 0, max: 60 })
/** `Limit` of lists of groups. The model allows 0; the service was seen to refuse it. */
export const groupLimit = number({ min: 1, max: 60 })
export const paginationToken = string({ min: 1, pattern: '[\\S]+' })

// Read only by triggers, analytics and threat protection: just checked for being an object.
export const clientMetadata = stringMap()
export const userContextData = opaque<UserContextDataType>()
export const analyticsMetadata = opaque<AnalyticsMetadataType>()
export const contextData = opaque<ContextDataType>()
