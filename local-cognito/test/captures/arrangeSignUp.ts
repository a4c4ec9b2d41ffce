import type { recovery } from '#local-cognito/fixtures/recovery.ts'
import type { signUp } from '#local-cognito/fixtures/signUp.ts'
import { type Arrange, CONCEALED, openPool, world } from './world.ts'

const EMAIL = 'test@test.com'
const kim = { 'new-name': 'kim' }
const CODE = { code: '123456', 'new-password': 'Another-Horse-9' }

const verified = { attributes: { email: EMAIL, email_verified: 'true' } }

const withUnconfirmed = async () => {
  const testPool = await openPool({ pool: { AutoVerifiedAttributes: ['email'] } })
  await testPool.addTestUser('kim', { status: 'UNCONFIRMED', attributes: { email: EMAIL } })
  return testPool
}

export const arrangeSignUp: Record<keyof typeof signUp, Arrange> = {
  'sign up: nothing to verify': async () => world(await openPool(), kim),
  'sign up: email to verify': async () =>
    world(await openPool({ pool: { AutoVerifiedAttributes: ['email'] } }), kim),
  'sign up: required attribute missing': async () =>
    world(await openPool({ pool: { Schema: [{ Name: 'family_name', Required: true }] } }), kim),
  'sign up: email_verified': async () => world(await openPool(), kim),
  'sign up: email taken': async () =>
    world(await openPool({ pool: { UsernameAttributes: ['email'] } }), { email: 'jo@example.com' }),
  'sign up: username taken': async () => world(await openPool({ client: CONCEALED })),
  'sign up: attribute not writable': async () =>
    world(await openPool({ client: { WriteAttributes: ['given_name'] } }), kim),
  'sign up: refused by a trigger': async () => {
    const PreSignUp = () => {
      throw new Error('Registration from this domain is not allowed.')
    }
    return world(
      await openPool({
        pool: { LambdaConfig: { PreSignUp: 'local:test' } },
        options: { triggers: { 'local:test': { PreSignUp } } },
      }),
      kim,
    )
  },
  'confirm: wrong or old code, headers': async () =>
    world(await withUnconfirmed(), { username: 'kim', ...CODE }),
  'confirm: confirmed already': async () => world(await openPool(), CODE),
  'confirm: no code': async () => world(await withUnconfirmed(), { username: 'kim' }),
  'confirm: malformed username': async () =>
    world(await openPool(), { 'malformed-name': 'test test@test.com', ...CODE }),
  'resend: confirmed already': async () => world(await openPool()),
  'resend: nothing to verify': async () => {
    const testPool = await openPool()
    await testPool.addTestUser('kim', { status: 'UNCONFIRMED' })
    return world(testPool, { username: 'kim' })
  },
}

const withRecoverable = async () => {
  const testPool = await openPool()
  await testPool.addTestUser('kim', verified)
  return { testPool, forgot: () => testPool.call('ForgotPassword', { Username: 'kim' }) }
}

export const arrangeRecovery: Record<keyof typeof recovery, Arrange> = {
  'forgot: code sent': async () => world((await withRecoverable()).testPool, { username: 'kim' }),
  'forgot: nothing verified': async () => {
    const testPool = await openPool()
    await testPool.addTestUser('kim')
    return world(testPool, { username: 'kim' })
  },
  'forgot: too often': async () => {
    const { testPool, forgot } = await withRecoverable()
    for (let time = 0; time < 5; time += 1) await forgot()
    return world(testPool, { username: 'kim' })
  },
  'reset: wrong code': async () => {
    const { testPool, forgot } = await withRecoverable()
    await forgot()
    const right = testPool.codeFor(EMAIL)
    return world(testPool, {
      username: 'kim',
      ...CODE,
      code: right.replace(/^./, (digit) => (digit === '1' ? '2' : '1')),
    })
  },
}
