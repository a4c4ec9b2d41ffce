import type {
  AnalyticsMetadataType,
  AttributeType,
  UserContextDataType,
} from '@aws-sdk/client-cognito-identity-provider'
import { list, opaque, string, stringMap, structure } from './constraints.ts'

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

// Read only by triggers, analytics and threat protection: just checked for being an object.
export const clientMetadata = stringMap()
export const userContextData = opaque<UserContextDataType>()
export const analyticsMetadata = opaque<AnalyticsMetadataType>()
