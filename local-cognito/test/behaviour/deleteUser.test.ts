import { expect, test } from 'vitest'
import { openTestPool, PASSWORD } from '#local-cognito/test/support/testPool.ts'

test('a deleted user leaves nothing to a new user of the same name', async () => {
  const testPool = await openTestPool()
  const { jo } = testPool
  jo.groups = ['admins']
  const { AccessToken, RefreshToken } = await testPool.tokensFor('jo')
  const { status, text } = await testPool.send('DeleteUser', { AccessToken })
  expect([status, text]).toEqual([200, ''])
  expect(testPool.user('jo')).toBeUndefined()

  const gone = { type: 'UserNotFoundException', message: 'User does not exist.' }
  expect(await testPool.refused('GetUser', { AccessToken })).toEqual(gone)
  expect(await testPool.refused('DeleteUser', { AccessToken })).toEqual(gone)
  expect(await testPool.refused('GetTokensFromRefreshToken', { RefreshToken })).toMatchObject({
    type: 'NotAuthorizedException',
  })
  const srpResponse = await testPool.srpResponse('jo').catch((error: unknown) => error)
  expect(String(srpResponse)).toContain('User does not exist')

  const newUser = await testPool.addTestUser('jo')
  expect(newUser.sub).not.toBe(jo.sub)
  expect(newUser.groups).toEqual([])
  expect(await testPool.refused('GetUser', { AccessToken })).toMatchObject({
    type: 'NotAuthorizedException',
  })
})

test('an open sign-in ends with its user', async () => {
  const testPool = await openTestPool()
  const answer = await testPool.srpResponse('jo')
  const { AccessToken } = await testPool.tokensFor('jo')
  await testPool.send('DeleteUser', { AccessToken })
  const { type } = await testPool.refused('RespondToAuthChallenge', answer)
  expect(type).toMatch(/NotAuthorized|UserNotFound/)
})

test('an open sign-in does not continue as a new user of the same name', async () => {
  const testPool = await openTestPool()
  const { AccessToken } = await testPool.tokensFor('jo')
  testPool.jo.status = 'FORCE_CHANGE_PASSWORD'
  const { ChallengeName, Session } = await testPool.signInBySrp('jo')
  await testPool.send('DeleteUser', { AccessToken })
  await testPool.addTestUser('jo', { status: 'FORCE_CHANGE_PASSWORD' }, 'Other-Horse-9')
  const ChallengeResponses = { USERNAME: 'jo', NEW_PASSWORD: 'Brand-New-Word-7' }
  const answer = { ChallengeName, Session, ChallengeResponses }
  expect(await testPool.refused('RespondToAuthChallenge', answer)).toEqual({
    type: 'NotAuthorizedException',
    message: 'Invalid session for the user.',
  })
})

test('a new unconfirmed user of that name is reported as such', async () => {
  const testPool = await openTestPool()
  const { AccessToken } = await testPool.tokensFor('jo')
  await testPool.send('DeleteUser', { AccessToken })
  await testPool.addTestUser('jo', { status: 'UNCONFIRMED' })
  expect(await testPool.refused('GetUser', { AccessToken })).toEqual({
    type: 'UserNotConfirmedException',
    message: 'User is not confirmed.',
  })
})

test('a new user inherits no failed attempts, and other users keep theirs', async () => {
  const testPool = await openTestPool()
  const other = await testPool.addTestUser('zoe/zoe')
  await testPool.addTestUser('zoe', {
    attributes: { email: 'zoe@example.com', email_verified: 'true' },
    softwareToken: { secret: 'A'.repeat(52) },
    mfa: { enabled: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' },
  })
  const { AccessToken } = await testPool.tokensFor('zoe')
  const { AccessToken: others } = await testPool.tokensFor('zoe/zoe')
  testPool.pool.settings.MfaConfiguration = 'OPTIONAL'
  testPool.pool.mfa.SoftwareTokenMfaConfiguration = { Enabled: true }
  const asked = await testPool.signInBySrp('zoe')
  const ChallengeResponses = { USERNAME: 'zoe', SOFTWARE_TOKEN_MFA_CODE: '000000' }
  await testPool.refused('RespondToAuthChallenge', { ...asked, ChallengeResponses })
  await testPool.refused(
    'RespondToAuthChallenge',
    await testPool.srpResponse('zoe', 'Wrong-Word-1'),
  )
  await testPool.call('ForgotPassword', { Username: 'zoe' })
  for (const token of [AccessToken, others])
    await testPool.call('ChangePassword', {
      AccessToken: token,
      PreviousPassword: PASSWORD,
      ProposedPassword: 'Brand-New-Word-7',
    })
  await testPool.send('DeleteUser', { AccessToken })

  expect([...testPool.store.sessions.values()]).toEqual([])
  expect([...testPool.store.lockouts.keys()]).toEqual([])
  expect(testPool.user('zoe/zoe')).toBe(other)
  expect([...testPool.store.attempts.keys()]).toEqual([
    `${testPool.pool.id}/zoe/zoe/ChangePassword`,
  ])
})

test('requires a token', async () => {
  const testPool = await openTestPool()
  const { AccessToken, IdToken } = await testPool.tokensFor('jo')
  expect(await testPool.refused('DeleteUser', { AccessToken: IdToken })).toEqual({
    type: 'NotAuthorizedException',
    message: 'Invalid Access Token',
  })
  await testPool.call('GlobalSignOut', { AccessToken })
  expect(await testPool.refused('DeleteUser', { AccessToken })).toEqual({
    type: 'NotAuthorizedException',
    message: 'Access Token has been revoked',
  })
  expect(testPool.user('jo')).toBe(testPool.jo)
})
