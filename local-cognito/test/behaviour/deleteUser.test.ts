import { expect, test } from 'vitest'
import { openCognito, PASSWORD } from '#local-cognito/test/support/testPool.ts'

test('whoever deletes themselves is gone with everything, and a namesake is somebody else', async () => {
  const bed = await openCognito()
  bed.jo.groups = ['admins']
  const { AccessToken, RefreshToken } = await bed.tokensFor('jo')
  const { status, text } = await bed.send('DeleteUser', { AccessToken })
  expect([status, text]).toEqual([200, ''])
  expect(bed.user('jo')).toBeUndefined()

  const gone = { type: 'UserNotFoundException', message: 'User does not exist.' }
  expect(await bed.refused('GetUser', { AccessToken })).toEqual(gone)
  expect(await bed.refused('DeleteUser', { AccessToken })).toEqual(gone)
  expect(await bed.refused('GetTokensFromRefreshToken', { RefreshToken })).toMatchObject({
    type: 'NotAuthorizedException',
  })
  const proof = await bed.proof('jo').catch((error: unknown) => error)
  expect(String(proof)).toContain('User does not exist')

  const namesake = await bed.addPerson('jo')
  expect(namesake.sub).not.toBe(bed.jo.sub)
  expect(namesake.groups).toEqual([])
  expect(await bed.refused('GetUser', { AccessToken })).toMatchObject({
    type: 'NotAuthorizedException',
  })
})

test('a sign-in that was under way ends with its user', async () => {
  const bed = await openCognito()
  const answer = await bed.proof('jo')
  const { AccessToken } = await bed.tokensFor('jo')
  await bed.send('DeleteUser', { AccessToken })
  const { type } = await bed.refused('RespondToAuthChallenge', answer)
  expect(type).toMatch(/NotAuthorized|UserNotFound/)
})

test('what was begun before does not end as a namesake', async () => {
  const bed = await openCognito()
  const { AccessToken } = await bed.tokensFor('jo')
  bed.jo.status = 'FORCE_CHANGE_PASSWORD'
  const { ChallengeName, Session } = await bed.signInBySrp('jo')
  await bed.send('DeleteUser', { AccessToken })
  await bed.addPerson('jo', { status: 'FORCE_CHANGE_PASSWORD' }, 'Other-Horse-9')
  const ChallengeResponses = { USERNAME: 'jo', NEW_PASSWORD: 'Brand-New-Word-7' }
  const answer = { ChallengeName, Session, ChallengeResponses }
  expect(await bed.refused('RespondToAuthChallenge', answer)).toEqual({
    type: 'NotAuthorizedException',
    message: 'Invalid session for the user.',
  })
})

test('a namesake who has yet to confirm is told so, whoever asks', async () => {
  const bed = await openCognito()
  const { AccessToken } = await bed.tokensFor('jo')
  await bed.send('DeleteUser', { AccessToken })
  await bed.addPerson('jo', { status: 'UNCONFIRMED' })
  expect(await bed.refused('GetUser', { AccessToken })).toEqual({
    type: 'UserNotConfirmedException',
    message: 'User is not confirmed.',
  })
})

test('no namesake is held to account for their tries, nor anybody else forgiven', async () => {
  const bed = await openCognito()
  const other = await bed.addPerson('zoe/zoe')
  await bed.addPerson('zoe', {
    attributes: { email: 'zoe@example.com', email_verified: 'true' },
    softwareToken: { secret: 'A'.repeat(52) },
    mfa: { enabled: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' },
  })
  const { AccessToken } = await bed.tokensFor('zoe')
  const { AccessToken: others } = await bed.tokensFor('zoe/zoe')
  bed.pool.settings.MfaConfiguration = 'OPTIONAL'
  bed.pool.mfa.SoftwareTokenMfaConfiguration = { Enabled: true }
  const asked = await bed.signInBySrp('zoe')
  const ChallengeResponses = { USERNAME: 'zoe', SOFTWARE_TOKEN_MFA_CODE: '000000' }
  await bed.refused('RespondToAuthChallenge', { ...asked, ChallengeResponses })
  await bed.refused('RespondToAuthChallenge', await bed.proof('zoe', 'Wrong-Word-1'))
  await bed.call('ForgotPassword', { Username: 'zoe' })
  for (const token of [AccessToken, others])
    await bed.call('ChangePassword', {
      AccessToken: token,
      PreviousPassword: PASSWORD,
      ProposedPassword: 'Brand-New-Word-7',
    })
  await bed.send('DeleteUser', { AccessToken })

  expect([...bed.store.sessions.values()]).toEqual([])
  expect([...bed.store.lockouts.keys()]).toEqual([])
  expect(bed.user('zoe/zoe')).toBe(other)
  expect([...bed.store.attempts.keys()]).toEqual([`${bed.pool.id}/zoe/zoe/ChangePassword`])
})

test('whoever has no token deletes nobody', async () => {
  const bed = await openCognito()
  const { AccessToken, IdToken } = await bed.tokensFor('jo')
  expect(await bed.refused('DeleteUser', { AccessToken: IdToken })).toEqual({
    type: 'NotAuthorizedException',
    message: 'Invalid Access Token',
  })
  await bed.call('GlobalSignOut', { AccessToken })
  expect(await bed.refused('DeleteUser', { AccessToken })).toEqual({
    type: 'NotAuthorizedException',
    message: 'Access Token has been revoked',
  })
  expect(bed.user('jo')).toBe(bed.jo)
})
