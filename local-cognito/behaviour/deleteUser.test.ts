import { expect, test } from 'vitest'
import { openCognito } from '#local-cognito/testBed.ts'

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
