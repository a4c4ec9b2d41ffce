import {
  InvalidParameterException,
  ResourceNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { JwtVerifier } from 'aws-jwt-verify'
import { assertIsJwks } from 'aws-jwt-verify/jwk'
import { safeJsonParse } from 'aws-jwt-verify/safe-json-parse'
import { expect, test } from 'vitest'
import { parseObject } from '#local-cognito/test/support/domainPool.ts'
import { openServer } from '#test/support/openServer.ts'

const Identifier = 'https://orders.example.com'
const scope = (ScopeName: string) => ({ ScopeName, ScopeDescription: `May ${ScopeName}` })
const Scopes = [scope('read'), scope('write')]

async function openApi() {
  const server = await openServer()
  const UserPoolId = await server.createPool()
  const api = { UserPoolId, Identifier }
  const made = await server.sdk.createResourceServer({ ...api, Name: 'Orders', Scopes })
  return { ...server, UserPoolId, api, made: made.ResourceServer }
}

test('resource servers are created, read, listed, updated and deleted', async () => {
  await using pool = await openApi()
  const { sdk, UserPoolId, api } = pool
  expect(pool.made).toEqual({ ...api, Name: 'Orders', Scopes })
  expect((await sdk.describeResourceServer(api)).ResourceServer).toEqual(pool.made)
  await expect(sdk.createResourceServer({ ...api, Name: 'Again' })).rejects.toThrow(
    `${Identifier} already exists in user pool ${UserPoolId}.`,
  )
  const twice = { UserPoolId, Identifier: 'b', Name: 'B', Scopes: [scope('read'), scope('read')] }
  await expect(sdk.createResourceServer(twice)).rejects.toThrow(InvalidParameterException)

  await sdk.createResourceServer({ UserPoolId, Identifier: 'a', Name: 'A' })
  const first = await sdk.listResourceServers({ UserPoolId, MaxResults: 1 })
  const second = await sdk.listResourceServers({ UserPoolId, NextToken: first.NextToken })
  const listed = [first, second].flatMap(({ ResourceServers = [] }) => ResourceServers)
  expect(listed.map((server) => server.Identifier)).toEqual(['a', Identifier])
  expect(second.NextToken).toBeUndefined()

  const { ResourceServer } = await sdk.updateResourceServer({ ...api, Name: 'New name' })
  expect(ResourceServer).toEqual({ ...api, Name: 'New name', Scopes: [] })
  await sdk.deleteResourceServer(api)
  for (const refused of [
    sdk.describeResourceServer(api),
    sdk.updateResourceServer({ ...api, Name: 'Gone' }),
    sdk.deleteResourceServer(api),
  ])
    await expect(refused).rejects.toThrow(ResourceNotFoundException)
})

test('a client gets tokens for itself, with the custom scopes that it may have', async () => {
  await using pool = await openApi()
  const { sdk, UserPoolId, api } = pool
  const settings = {
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['client_credentials' as const],
    AllowedOAuthScopes: [`${Identifier}/read`],
  }
  const ClientId = await pool.createClient(UserPoolId, { ...settings, GenerateSecret: true })
  const { UserPoolClient } = await sdk.describeUserPoolClient({ UserPoolId, ClientId })
  const secret = UserPoolClient?.ClientSecret ?? ''
  const ask = async (form: Record<string, string> = {}, password = secret) => {
    const response = await fetch(`${pool.origin}/_domain/${UserPoolId}/oauth2/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${ClientId}:${password}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
    })
    return { status: response.status, body: parseObject(await response.text()) }
  }
  const { status, body } = await ask()
  expect(status).toBe(200)
  const { access_token, ...others } = body
  expect(others).toEqual({ expires_in: 3600, token_type: 'Bearer' })
  const AccessToken = String(access_token)
  const issuer = `${pool.origin}/${UserPoolId}`
  const verifier = JwtVerifier.create({ issuer, audience: null, scope: `${Identifier}/read` })
  const keys = safeJsonParse(await (await fetch(`${issuer}/.well-known/jwks.json`)).text())
  assertIsJwks(keys)
  verifier.cacheJwks(keys)
  expect(await verifier.verify(AccessToken)).toMatchObject({
    sub: ClientId,
    client_id: ClientId,
    token_use: 'access',
    version: 2,
  })
  await expect(sdk.getUser({ AccessToken })).rejects.toThrow(
    'Access Token does not have required scopes',
  )

  expect(await ask({ scope: `${Identifier}/read` })).toMatchObject({ status: 200 })
  for (const unknown of [`${Identifier}/write`, 'openid', 'none'])
    expect(await ask({ scope: unknown })).toEqual({ status: 400, body: { error: 'invalid_scope' } })
  expect((await ask({}, 'wrong')).body).toEqual({ error: 'invalid_client' })
  await sdk.deleteResourceServer(api)
  expect((await ask()).body).toEqual({ error: 'invalid_scope' })
  await sdk.updateUserPoolClient({ UserPoolId, ClientId })
  expect((await ask()).body).toEqual({ error: 'unauthorized_client' })
})
