import type {
  CreateUserPoolRequest,
  CreateUserPoolResponse,
  SchemaAttributeType,
  UsernameConfigurationType,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { boolean, list, oneOf, opaque, string, structure } from '#local-cognito/http/constraints.ts'
import { poolName, poolSettings } from '#local-cognito/pools/poolMembers.ts'
import { checkNewPool, checkPoolSettings } from '#local-cognito/pools/poolRules.ts'
import { createPool, describePool } from '#local-cognito/pools/pools.ts'
import { schemaOf } from '#local-cognito/pools/schema.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html */
export const CreateUserPool = operation<CreateUserPoolRequest, CreateUserPoolResponse>({
  signed: true,
  members: {
    ...poolSettings,
    PoolName: poolName.required,
    AliasAttributes: list(oneOf('phone_number', 'email', 'preferred_username')),
    UsernameAttributes: list(oneOf('phone_number', 'email')),
    UsernameConfiguration: structure<UsernameConfigurationType>({
      CaseSensitive: boolean().required,
    }),
    Schema: list(
      structure<SchemaAttributeType>({
        Name: string({ min: 1, max: 20, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' }),
        AttributeDataType: oneOf('String', 'Number', 'DateTime', 'Boolean'),
        DeveloperOnlyAttribute: boolean(),
        Mutable: boolean(),
        Required: boolean(),
        NumberAttributeConstraints: opaque(),
        StringAttributeConstraints: opaque(),
      }),
      { min: 1, max: 50 },
    ),
  },
  run(input, { store, now }) {
    checkNewPool(input)
    checkSchema(input.Schema ?? [])
    checkPoolSettings(input, {})
    const pool = createPool(store, input, { now: now() })
    return { UserPool: describePool(store, pool) }
  },
})

/** @throws CognitoError for a required custom attribute */
function checkSchema(asked: SchemaAttributeType[]) {
  const standard = new Set(schemaOf().map(({ Name }) => Name))
  for (const attribute of asked)
    if (attribute.Required && !standard.has(attribute.Name))
      throw invalidParameter('Required custom attributes are not supported currently.')
}
