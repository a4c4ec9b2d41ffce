import {
  InvalidOAuthFlowException,
  InvalidParameterException,
  ResourceNotFoundException,
  type SchemaAttributeType,
  ScopeDoesNotExistException,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { openServer, PASSWORD } from '#test/support/openServer.ts'

test("lists a pool's clients in pages, without their secrets", async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool()
  const ids = [
    await server.createClient(UserPoolId, { GenerateSecret: true }),
    await server.createClient(UserPoolId),
  ]
  await server.createClient(await server.createPool())
  const first = await sdk.listUserPoolClients({ UserPoolId, MaxResults: 1 })
  const second = await sdk.listUserPoolClients({ UserPoolId, NextToken: first.NextToken })
  expect(second.NextToken).toBeUndefined()
  const listed = [first, second].flatMap(({ UserPoolClients = [] }) => UserPoolClients)
  expect(listed).toEqual(
    ids.toSorted().map((ClientId) => ({ ClientId, UserPoolId, ClientName: 'conformance' })),
  )
  const registered = await sdk.listUserPoolClients({ UserPoolId, ClientType: 'DCR' })
  expect(registered.UserPoolClients).toEqual([])
  await expect(sdk.listUserPoolClients({ UserPoolId, MaxResults: 61 })).rejects.toThrow(
    InvalidParameterException,
  )
})

test("a deleted client's users are signed out, and cannot sign in", async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool()
  const ClientId = await server.createClient(UserPoolId, {
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  })
  await server.createUser(UserPoolId, 'ada')
  const signIn = () =>
    sdk.initiateAuth({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ada', PASSWORD },
    })
  const { AccessToken } = (await signIn()).AuthenticationResult ?? {}
  const other = await server.createPool()
  await expect(sdk.deleteUserPoolClient({ UserPoolId: other, ClientId })).rejects.toThrow(
    ResourceNotFoundException,
  )
  await sdk.deleteUserPoolClient({ UserPoolId, ClientId })
  await expect(signIn()).rejects.toThrow(`User pool client ${ClientId} does not exist.`)
  await expect(sdk.getUser({ AccessToken })).rejects.toThrow(ResourceNotFoundException)
  await expect(sdk.deleteUserPoolClient({ UserPoolId, ClientId })).rejects.toThrow(
    ResourceNotFoundException,
  )
})

test('refuses scopes that the pool does not have, and client credentials that do not fit', async () => {
  await using server = await openServer()
  const UserPoolId = await server.createPool()
  const create = (settings: Parameters<typeof server.createClient>[1]) =>
    server.createClient(UserPoolId, settings)
  await expect(create({ AllowedOAuthScopes: ['openid', 'orders/read'] })).rejects.toThrow(
    ScopeDoesNotExistException,
  )
  const alone = { AllowedOAuthFlows: ['client_credentials' as const] }
  const refused = create(alone)
  await expect(refused).rejects.toThrow(InvalidOAuthFlowException)
  await expect(refused).rejects.toThrow(
    'client_credentials flow can not be selected if client does not have a client secret.',
  )
  await expect(
    create({ AllowedOAuthFlows: ['client_credentials', 'code'], GenerateSecret: true }),
  ).rejects.toThrow(
    'client_credentials flow can not be selected along with code flow or implicit flow.',
  )
  const ClientId = await create({ ...alone, GenerateSecret: true })
  await server.sdk.updateUserPoolClient({ UserPoolId, ClientId, ...alone })
})

test('adds custom attributes to a pool, which users then have', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool()
  const ada = await server.createUser(UserPoolId, 'ada')
  const UserAttributes = [{ Name: 'custom:team', Value: 'north' }]
  await expect(sdk.adminUpdateUserAttributes({ ...ada, UserAttributes })).rejects.toThrow(
    'Attribute does not exist in the schema.',
  )
  const team: SchemaAttributeType = { Name: 'team', AttributeDataType: 'String', Mutable: true }
  const add = (...CustomAttributes: SchemaAttributeType[]) =>
    sdk.addCustomAttributes({ UserPoolId, CustomAttributes })
  await add(team)
  await sdk.adminUpdateUserAttributes({ ...ada, UserAttributes })
  expect((await sdk.adminGetUser(ada)).UserAttributes).toContainEqual(UserAttributes[0])
  await expect(add(team)).rejects.toThrow(
    'custom:team: Existing attribute already has name custom:team.',
  )
  await expect(add()).rejects.toThrow(InvalidParameterException)
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...team, Name: `a${from + index}` }))
  await add(...many(0, 25))
  await expect(add(...many(25, 25)), 'the 51st').rejects.toThrow(InvalidParameterException)
})
