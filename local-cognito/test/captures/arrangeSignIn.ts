import type { signIn } from '#local-cognito/fixtures/signIn.ts'
import { direction } from '#local-cognito/test/support/customAuthPool.ts'
import { type Arrange, CONCEALED, FLOWS, openPool, world } from './world.ts'

const NEW_PASSWORD = 'Another-Horse-9'

/** kim, who has to replace a temporary password, at that question. */
async function askedForPassword() {
  const testPool = await openPool()
  await testPool.addTestUser('kim', { status: 'FORCE_CHANGE_PASSWORD' })
  const { values } = world(testPool)
  const { Session = '' } = await testPool.call('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'kim', PASSWORD: values['password'] },
  })
  const answerWith = (password: string) =>
    testPool.send('RespondToAuthChallenge', {
      ClientId: testPool.client.id,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session,
      ChallengeResponses: { USERNAME: 'kim', NEW_PASSWORD: password },
    })
  const asked = (password: string) =>
    world(testPool, { username: 'kim', session: Session, 'new-password': password })
  return { answerWith, asked }
}

const wrong = { password: NEW_PASSWORD }
const nobody = { username: 'nobody' }

export const arrangeSignIn: Record<keyof typeof signIn, Arrange> = {
  'password: right': async () => world(await openPool()),
  'password: wrong': async () => world(await openPool(), wrong),
  'password: wrong, headers': async () => world(await openPool(), wrong),
  'password: unknown user': async () => world(await openPool(), nobody),
  'password: unknown user, concealed': async () =>
    world(await openPool({ client: CONCEALED }), nobody),
  'password: disabled user': async () => {
    const testPool = await openPool()
    testPool.jo.enabled = false
    return world(testPool)
  },
  'password: unconfirmed user': async () => {
    const testPool = await openPool()
    testPool.jo.status = 'UNCONFIRMED'
    return world(testPool, wrong)
  },
  'password: locked out': async () => {
    const testPool = await openPool()
    const attempt = {
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'jo', PASSWORD: NEW_PASSWORD },
    }
    for (let time = 0; time < 5; time += 1) await testPool.refused('InitiateAuth', attempt)
    return world(testPool)
  },
  'password: flow not allowed': async () =>
    world(await openPool({ client: { ExplicitAuthFlows: [] } })),
  "password: an administrator's flow": async () =>
    world(
      await openPool({
        client: { ExplicitAuthFlows: [...FLOWS, 'ALLOW_ADMIN_USER_PASSWORD_AUTH'] },
      }),
    ),
  'password: deleted client': async () => {
    const testPool = await openPool()
    testPool.store.clients.delete(testPool.client.id)
    return world(testPool)
  },
  'password: no secret hash': async () =>
    world(await openPool({ client: { GenerateSecret: true } })),
  'password: wrong secret hash': async () =>
    world(await openPool({ client: { GenerateSecret: true } }), { 'secret-hash': 'AAAA' }),
  'new password: asked': async () => {
    const testPool = await openPool()
    await testPool.addTestUser('kim', { status: 'FORCE_CHANGE_PASSWORD' })
    return world(testPool, { username: 'kim' })
  },
  'new password: too short': async () => (await askedForPassword()).asked('Aa1!'),
  'new password: right, after one that was too short': async () => {
    const { answerWith, asked } = await askedForPassword()
    await answerWith('Aa1!')
    return asked(NEW_PASSWORD)
  },
  'new password: session used twice': async () => {
    const { answerWith, asked } = await askedForPassword()
    await answerWith(NEW_PASSWORD)
    return asked(NEW_PASSWORD)
  },
  'custom challenge: asked': async () => {
    const email = 'jo@example.com'
    const CreateAuthChallenge: typeof direction.CreateAuthChallenge = (event) => {
      event.response.publicChallengeParameters = { contact: email }
      return event
    }
    const testPool = await openPool({
      pool: { UsernameAttributes: ['email'], LambdaConfig: { DefineAuthChallenge: 'local:test' } },
      client: { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] },
      options: { triggers: { 'local:test': { ...direction, CreateAuthChallenge } } },
    })
    return world(testPool, { email })
  },
}
