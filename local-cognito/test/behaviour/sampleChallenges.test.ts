import { expect, test } from 'vitest'
import {
  customAnswer,
  customAuth,
  openCustomAuthPool,
} from '#local-cognito/test/support/customAuthPool.ts'
import { tokensOf } from '#local-cognito/test/support/testPool.ts'

const PORTAL = 'http://localhost:5173/sign-in'
const tokenIn = (link: string) => new URL(link).hash.replace('#magic-link=', '')

test("magic link: to the client's own address", async () => {
  const testPool = await openCustomAuthPool('local:magic-link', {
    CallbackURLs: ['https://portal.example.com/in'],
  })
  const { Session, ChallengeParameters } = await testPool.call('InitiateAuth', customAuth())
  expect(ChallengeParameters).toEqual({
    challenge: 'MAGIC_LINK',
    CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
    CODE_DELIVERY_DESTINATION: 'j***@e***',
    USERNAME: 'jo',
  })
  const link = testPool.codeFor('jo@example.com')
  expect(link).toMatch(/^https:\/\/portal\.example\.com\/in#magic-link=[\w-]{43}$/)
  const page = await testPool.cognito.handle(new Request('http://cognito.test/_local'))
  expect(await page.text()).toContain(`href="${link}"`)
  const retry = await testPool.call('RespondToAuthChallenge', customAnswer(Session, 'x'))
  expect(testPool.store.messages).toHaveLength(1)
  tokensOf(
    await testPool.call('RespondToAuthChallenge', customAnswer(retry.Session, tokenIn(link))),
  )
})

test('magic link: to the address that the client names', async () => {
  const testPool = await openCustomAuthPool('local:magic-link')
  const named = (redirectUri: string, Session: string | undefined) => ({
    ...customAnswer(Session, 'none yet'),
    ClientMetadata: { redirectUri },
  })
  const begin = async () => {
    const { Session, ChallengeParameters } = await testPool.call('InitiateAuth', customAuth())
    expect(ChallengeParameters).toEqual({ challenge: 'PROVIDE_AUTH_PARAMETERS', USERNAME: 'jo' })
    return Session
  }
  for (const foreign of ['https://evil.example/', 'javascript:alert(1)', 'nowhere'])
    expect(await testPool.refused('RespondToAuthChallenge', named(foreign, await begin()))).toEqual(
      {
        type: 'UserLambdaValidationException',
        message:
          'CreateAuthChallenge failed with error redirectUri is not an address of this client.',
      },
    )
  expect(testPool.store.messages).toEqual([])
  const { Session } = await testPool.call('RespondToAuthChallenge', named(PORTAL, await begin()))
  const link = testPool.codeFor('jo@example.com')
  expect(link).toMatch(/^http:\/\/localhost:5173\/sign-in#magic-link=/)
  tokensOf(await testPool.call('RespondToAuthChallenge', customAnswer(Session, tokenIn(link))))
})

test('magic link: none to an unverified address', async () => {
  const testPool = await openCustomAuthPool('local:magic-link', { CallbackURLs: [PORTAL] })
  testPool.jo.attributes['email_verified'] = 'false'
  const { ChallengeName } = await testPool.call('InitiateAuth', customAuth())
  expect(ChallengeName).toBe('CUSTOM_CHALLENGE')
  expect(testPool.store.messages).toEqual([])
})

test("secret question: the user's own, or the fixed one", async () => {
  const testPool = await openCustomAuthPool('local:secret-question')
  await testPool.addTestUser('kim', {
    attributes: { 'custom:question': 'First pet?', 'custom:answer': 'Rex' },
  })
  const own = await testPool.call('InitiateAuth', customAuth({ USERNAME: 'kim' }))
  expect(own.ChallengeParameters).toEqual({
    challenge: 'SECRET_QUESTION',
    question: 'First pet?',
    USERNAME: 'kim',
  })
  tokensOf(await testPool.call('RespondToAuthChallenge', customAnswer(own.Session, ' rex', 'kim')))
  const fixed = await testPool.call('InitiateAuth', customAuth())
  expect(fixed.ChallengeParameters?.['question']).toMatch(/cave/)
  tokensOf(await testPool.call('RespondToAuthChallenge', customAnswer(fixed.Session, 'Sesame')))
})
