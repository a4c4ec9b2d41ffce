import type {
  CreateUserPoolRequest,
  CreateUserPoolResponse,
  UsernameConfigurationType,
} from '@aws-sdk/client-cognito-identity-provider'
import { boolean, list, oneOf, structure } from '#local-cognito/http/constraints.ts'
import { poolName, poolSettings } from '#local-cognito/pools/poolMembers.ts'
import { checkNewPool, checkPoolSettings } from '#local-cognito/pools/poolRules.ts'
import { createPool, describePool } from '#local-cognito/pools/pools.ts'
import { attributeDefinition, checkSchema } from '#local-cognito/pools/schemaRules.ts'
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
    Schema: list(attributeDefinition, { min: 1, max: 50 }),
  },
  run(input, { store, now, region }) {
    checkNewPool(input)
    checkSchema(input.Schema ?? [])
    checkPoolSettings(input, {})
    const pool = createPool(store, input, { now: now(), region })
    return { UserPool: describePool(store, pool) }
  },
})
