import {
  InvalidParameterException,
  ResourceNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { openServer } from '#test/support/openServer.ts'

const certificate = (last: number) => ({
  CertificateArn: `arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-4000-8000-00000000000${last}`,
})

test('domains are described, updated and deleted; a pool with one is not deleted', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool()
  const described = async (Domain: string) =>
    (await sdk.describeUserPoolDomain({ Domain })).DomainDescription
  expect(await described('example')).toEqual({})
  const prefix = { UserPoolId, Domain: 'example' }
  const own = { UserPoolId, Domain: 'auth.example.com' }
  await sdk.createUserPoolDomain(prefix)
  await sdk.createUserPoolDomain({ ...own, CustomDomainConfig: certificate(1) })
  expect(await described('example')).toMatchObject({
    ...prefix,
    Status: 'ACTIVE',
    AWSAccountId: '123456789012',
    ManagedLoginVersion: 1,
  })
  expect(await described('auth.example.com')).toMatchObject({
    ...own,
    CustomDomainConfig: certificate(1),
  })

  const CustomDomainConfig = certificate(2)
  const updated = await sdk.updateUserPoolDomain({ ...own, CustomDomainConfig })
  expect(updated.CloudFrontDomain).toMatch(/\.cloudfront\.net$/)
  expect(await described('auth.example.com')).toMatchObject({ CustomDomainConfig })
  await sdk.updateUserPoolDomain({ ...prefix, ManagedLoginVersion: 2 })
  expect(await described('example')).toMatchObject({ ManagedLoginVersion: 2 })
  await expect(sdk.updateUserPoolDomain({ ...prefix, CustomDomainConfig })).rejects.toThrow(
    InvalidParameterException,
  )
  const other = { UserPoolId: await server.createPool(), Domain: 'example' }
  for (const refused of [sdk.updateUserPoolDomain(other), sdk.deleteUserPoolDomain(other)])
    await expect(refused).rejects.toThrow('No such domain or user pool exists.')

  await expect(sdk.deleteUserPool({ UserPoolId })).rejects.toThrow(
    'User pool cannot be deleted. It has a domain configured that should be deleted first.',
  )
  await sdk.deleteUserPoolDomain(prefix)
  await sdk.deleteUserPoolDomain(own)
  expect(await described('example')).toEqual({})
  // The name is free again, and has none of its former settings.
  await sdk.createUserPoolDomain(other)
  expect(await described('example')).toMatchObject({ ...other, ManagedLoginVersion: 1 })
  await sdk.deleteUserPool({ UserPoolId })
})

test('tags are added, listed and removed', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool({ UserPoolTags: { stage: 'test' } })
  const { UserPool } = await sdk.describeUserPool({ UserPoolId })
  const ResourceArn = UserPool?.Arn ?? ''
  const tags = async () => (await sdk.listTagsForResource({ ResourceArn })).Tags
  expect(await tags()).toEqual({ stage: 'test' })
  await sdk.tagResource({ ResourceArn, Tags: { stage: 'live', team: 'north' } })
  expect(await tags()).toEqual({ stage: 'live', team: 'north' })
  expect((await sdk.describeUserPool({ UserPoolId })).UserPool?.UserPoolTags).toEqual(await tags())
  await sdk.untagResource({ ResourceArn, TagKeys: ['stage', 'none'] })
  expect(await tags()).toEqual({ team: 'north' })

  const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`tag${index}`, '']))
  for (const Tags of [
    many,
    { 'aws:team': 'north' },
    { ['k'.repeat(129)]: '' },
    { k: 'v'.repeat(257) },
  ])
    await expect(sdk.tagResource({ ResourceArn, Tags })).rejects.toThrow(InvalidParameterException)
  expect(await tags()).toEqual({ team: 'north' })

  const unknown = { ResourceArn: ResourceArn.replace('us-east-1:', 'eu-west-1:') }
  for (const refused of [
    sdk.listTagsForResource(unknown),
    sdk.tagResource({ ...unknown, Tags: {} }),
    sdk.untagResource({ ...unknown, TagKeys: [] }),
  ])
    await expect(refused).rejects.toThrow(ResourceNotFoundException)
  await expect(sdk.listTagsForResource({ ResourceArn: 'a'.repeat(20) })).rejects.toThrow(
    InvalidParameterException,
  )
})

test('a provider is found by its identifier', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool()
  await sdk.createIdentityProvider({
    UserPoolId,
    ProviderName: 'Work',
    ProviderType: 'OIDC',
    ProviderDetails: { client_id: 'any' },
    IdpIdentifiers: ['example.com'],
  })
  const find = (IdpIdentifier: string) =>
    sdk.getIdentityProviderByIdentifier({ UserPoolId, IdpIdentifier })
  expect((await find('example.com')).IdentityProvider).toMatchObject({
    ProviderName: 'Work',
    IdpIdentifiers: ['example.com'],
  })
  await expect(find('example.org')).rejects.toThrow(ResourceNotFoundException)
})
