import { expect, test } from 'vitest'
import { openDomainPool, parseObject } from '#local-cognito/test/support/domainPool.ts'
import { claimsOf } from '#local-cognito/test/support/testPool.ts'

const WORK = { ProviderName: 'Work', ProviderType: 'OIDC' as const }

const open = () => openDomainPool({ providers: [{}, WORK] })
type Domain = Awaited<ReturnType<typeof open>>

const identity = (name: string, value: string, claim = 'Cognito_Subject') => ({
  ProviderName: name,
  ProviderAttributeName: claim,
  ProviderAttributeValue: value,
})

const JO = identity('Cognito', 'jo')

/** Signs Ada in at a provider, and deletes the user that this makes. @returns the provider's id of her */
async function subjectOfAda(domain: Domain, identity_provider = 'Google') {
  const { id_token } = await domain.tokens(domain.ada, { identity_provider })
  const Username = String(claimsOf(id_token)['cognito:username'])
  await domain.admin('AdminDeleteUser', { Username })
  return Username.slice(Username.indexOf('_') + 1)
}

const link = async (domain: Domain, SourceUser: object, DestinationUser: object = JO) =>
  parseObject(
    (await domain.admin('AdminLinkProviderForUser', { DestinationUser, SourceUser })).text,
  )

const unlink = async (domain: Domain, User: object) =>
  parseObject((await domain.admin('AdminDisableProviderForUser', { User })).text)

const usernameOf = async (domain: Domain, identity_provider = 'Google') =>
  claimsOf((await domain.tokens(domain.ada, { identity_provider })).id_token)['cognito:username']

test('a linked identity signs its user in, until the link is removed', async () => {
  const domain = await open()
  const subject = await subjectOfAda(domain)
  expect(await link(domain, identity('Google', subject))).toEqual({})
  const { id_token } = await domain.tokens()
  expect(claimsOf(id_token)).toMatchObject({
    sub: domain.jo.sub,
    'cognito:username': 'jo',
    name: 'Ada Example',
    identities: [
      { userId: subject, providerName: 'Google', providerType: 'Google', primary: 'false' },
    ],
  })
  // The password still does.
  await domain.tokensFor('jo')

  expect(await unlink(domain, identity('Google', subject))).toEqual({})
  expect(domain.jo.attributes).not.toHaveProperty('identities')
  expect(await usernameOf(domain)).toBe(`Google_${subject}`)
})

test('other providers than social ones link by any claim', async () => {
  const domain = await open()
  expect(await link(domain, identity('Google', 'ada@example.com', 'email'))).toMatchObject({
    __type: 'InvalidParameterException',
  })
  expect(await link(domain, identity('Work', 'ada@example.com', 'email'))).toEqual({})
  expect(await usernameOf(domain, 'Work')).toBe('jo')
  expect(await unlink(domain, identity('Work', 'ada@example.com', 'email'))).toEqual({})
  expect(await usernameOf(domain, 'Work')).toMatch(/^Work_/)
})

test('an address that another user signs in with stays with that user', async () => {
  const domain = await openDomainPool({ pool: { UsernameAttributes: ['email'] } })
  const subject = await subjectOfAda(domain)
  await domain.addTestUser('ada', { attributes: { email: 'ada@example.com' } })
  await link(domain, identity('Google', subject))
  expect((await domain.choose(domain.ada)).query).toMatchObject({
    error: 'invalid_request',
    error_description: 'User account already exists for the alias.',
  })
  expect(domain.jo.attributes['email']).toBe('jo@example.com')
})

test('refuses identities that are taken, unknown or too many', async () => {
  const domain = await open()
  await domain.addTestUser('kim')
  const refused = async (source: object, destination?: object) => {
    const { __type, message } = await link(domain, source, destination)
    return [__type, message]
  }
  const INVALID = 'InvalidParameterException'
  expect(await refused(identity('Cognito', 'kim'))).toEqual([
    INVALID,
    'Invalid SourceUser: Cognito users with a username/password may not be passed in as a SourceUser, only as a DestinationUser',
  ])
  const username = String(await usernameOf(domain))
  expect(await refused(identity('Google', username.slice('Google_'.length)))).toEqual([
    INVALID,
    'Merging is not currently supported, provide a SourceUser that has not been signed up in order to link',
  ])
  expect(await refused(identity('None', '1'))).toContain('ResourceNotFoundException')
  expect(await refused(identity('Google', '1'), identity('Cognito', 'nobody'))).toContain(
    'UserNotFoundException',
  )
  expect(await refused(identity('Google', ''))).toContain(INVALID)
  // To a user of a provider as well.
  const google = identity('Google', username.slice('Google_'.length))
  expect(await link(domain, identity('Work', '1'), google)).toEqual({})
  expect(await refused(identity('Work', '1'))).toContain(INVALID)
  for (const value of ['a', 'b', 'c', 'd', 'e'])
    expect(await link(domain, identity('Work', value))).toEqual({})
  expect(await refused(identity('Work', 'f'))).toContain('LimitExceededException')
})

test('a disabled provider or password signs in no more', async () => {
  const domain = await open()
  const username = String(await usernameOf(domain))
  const subject = username.slice('Google_'.length)
  expect(await unlink(domain, identity('Google', subject))).toEqual({})
  expect((await domain.choose(domain.ada)).query['error_description']).toBe(
    `Already found an entry for username ${username}`,
  )
  expect(await unlink(domain, JO)).toEqual({})
  expect(await domain.refused('RespondToAuthChallenge', await domain.srpResponse('jo'))).toEqual({
    type: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
  expect(await unlink(domain, identity('Cognito', 'nobody'))).toMatchObject({
    __type: 'UserNotFoundException',
  })
  expect(await unlink(domain, identity('None', '1'))).toMatchObject({
    __type: 'ResourceNotFoundException',
  })
})
