import type { SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { openServer } from '#test/support/openServer.ts'

const STANDARD =
  'You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute'

const text = (MinLength?: string, MaxLength?: string): SchemaAttributeType => ({
  Name: 'team',
  AttributeDataType: 'String',
  StringAttributeConstraints: { MinLength, MaxLength },
})

const number = (MinValue?: string, MaxValue?: string): SchemaAttributeType => ({
  Name: 'seats',
  AttributeDataType: 'Number',
  NumberAttributeConstraints: { MinValue, MaxValue },
})

const refused: [SchemaAttributeType[], string][] = [
  [[{ Name: 'email', AttributeDataType: 'Number' }], `${STANDARD} email`],
  [[{ Name: 'email_verified', AttributeDataType: 'String' }], `${STANDARD} email_verified`],
  [[{ Name: 'name', DeveloperOnlyAttribute: true }], `${STANDARD} name`],
  [
    [{ Name: 'team' }],
    'Invalid AttributeDataType input, consider using the provided AttributeDataType enum.',
  ],
  [[{ ...text(), Required: true }], 'Required custom attributes are not supported currently.'],
  [[text('a')], 'Invalid StringAttributeConstraints for schema attribute custom:team'],
  [[text('-1')], 'Invalid StringAttributeConstraints for schema attribute custom:team'],
  [
    [text('0', '2049')],
    'user.custom:team: String attributes cannot have a length of more than 2048',
  ],
  [[text('20', '10')], 'user.custom:team: Max length cannot be less than min length.'],
  [
    [{ ...text('20', '10'), Name: 'name' }],
    'user.name: Max length cannot be less than min length.',
  ],
  [[number('1.5')], 'Invalid NumberAttributeConstraints for schema attribute custom:seats'],
  [[number('20', '10')], 'user.custom:seats: Max value cannot be less than min value.'],
  [[text(), text()], 'custom:team: Existing attribute already has name custom:team.'],
]

test('a schema that no pool can have is refused with its reason', async () => {
  await using server = await openServer()
  for (const [Schema, message] of refused) {
    const made = server.createPool({ Schema })
    await expect(made, JSON.stringify(Schema)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message,
    })
  }
  const { UserPools } = await server.sdk.listUserPools({ MaxResults: 60 })
  expect(UserPools).toHaveLength(1)
  const Schema = [
    { Name: 'email', AttributeDataType: 'String', Required: true } as const,
    text('1', '2048'),
    { ...text(), DeveloperOnlyAttribute: true },
    number('0', '99999'),
  ]
  const UserPoolId = await server.createPool({ Schema })
  const { UserPool } = await server.sdk.describeUserPool({ UserPoolId })
  expect(UserPool?.SchemaAttributes?.slice(20).map(({ Name }) => Name)).toEqual([
    'custom:team',
    'dev:custom:team',
    'custom:seats',
  ])
})

test('`True` is a boolean', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool({ AutoVerifiedAttributes: ['email'] })
  const UserAttributes = [
    { Name: 'email', Value: 'ada@example.com' },
    { Name: 'email_verified', Value: 'True' },
  ]
  const ada = { UserPoolId, Username: 'ada' }
  await sdk.adminCreateUser({ ...ada, UserAttributes, MessageAction: 'SUPPRESS' })
  await sdk.adminSetUserPassword({ ...ada, Password: 'Correct-Horse-9', Permanent: true })
  const ClientId = await server.createClient(UserPoolId)
  // Only a verified address gets a code.
  const { CodeDeliveryDetails } = await sdk.forgotPassword({ ClientId, Username: 'ada' })
  expect(CodeDeliveryDetails).toMatchObject({ AttributeName: 'email' })
  const flag = async () =>
    (await sdk.adminGetUser(ada)).UserAttributes?.find(({ Name }) => Name === 'email_verified')
      ?.Value
  expect(await flag()).toBe('true')
  const set = (Value: string) =>
    sdk.adminUpdateUserAttributes({ ...ada, UserAttributes: [{ Name: 'email_verified', Value }] })
  await set('FALSE')
  expect(await flag()).toBe('false')
  await expect(set('yes')).rejects.toThrow('Value must be true or false')
})
