import { expect, test } from 'vitest'
import { openServer } from '#test/support/openServer.ts'

const CertificateArn =
  'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-4000-8000-000000000000'

test('describes the domains of a pool: a prefix and a custom one', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool()
  const domains = async () => {
    const { UserPool } = await sdk.describeUserPool({ UserPoolId })
    return [UserPool?.Domain, UserPool?.CustomDomain]
  }
  expect(await domains()).toEqual([undefined, undefined])
  const prefix = await sdk.createUserPoolDomain({ UserPoolId, Domain: 'example' })
  expect(prefix.CloudFrontDomain).toBeUndefined()
  expect(await domains()).toEqual(['example', undefined])
  const CustomDomainConfig = { CertificateArn }
  const own = { UserPoolId, Domain: 'auth.example.com', CustomDomainConfig }
  expect((await sdk.createUserPoolDomain(own)).CloudFrontDomain).toMatch(/\.cloudfront\.net$/)
  expect(await domains()).toEqual(['example', 'auth.example.com'])
  await sdk.updateUserPool({ UserPoolId, DeletionProtection: 'INACTIVE' })
  expect(await domains(), 'an update resets what it could set, no more').toEqual([
    'example',
    'auth.example.com',
  ])
})

test('a domain belongs to one pool, which has one of each kind; a prefix has no dot', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool()
  const other = await server.createPool()
  await sdk.createUserPoolDomain({ UserPoolId, Domain: 'example' })
  await expect(sdk.createUserPoolDomain({ UserPoolId, Domain: 'another' })).rejects.toThrow(
    'User pool already has a domain configured.',
  )
  await expect(sdk.createUserPoolDomain({ UserPoolId: other, Domain: 'example' })).rejects.toThrow(
    'Domain already associated with another user pool.',
  )
  await expect(
    sdk.createUserPoolDomain({ UserPoolId: other, Domain: 'auth.example.com' }),
  ).rejects.toThrow('The domain name contains an invalid character.')
})
