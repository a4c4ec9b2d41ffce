import type { srp } from '#local-cognito/fixtures/srp.ts'
import { type Arrange, CONCEALED, openPool, world } from './world.ts'

const A = { 'srp-a': '2' }
const nobody = { username: 'nobody', ...A }

/** 32 bytes of zeros, as the source sent them. */
const zeros = { signature: btoa('\0'.repeat(32)) }

/** The right proof of jo. */
async function proven() {
  const testPool = await openPool()
  const { ChallengeResponses: proof } = await testPool.srpResponse('jo')
  const values = {
    'secret-block': proof.PASSWORD_CLAIM_SECRET_BLOCK,
    signature: proof.PASSWORD_CLAIM_SIGNATURE,
    timestamp: proof.TIMESTAMP,
  }
  return { testPool, values }
}

/** A challenge to which no proof was made. */
async function challenged(username: string) {
  const testPool = await openPool({ client: CONCEALED })
  const { ChallengeParameters = {} } = await testPool.startSrp(username, '2')
  return world(testPool, {
    username,
    'secret-block': ChallengeParameters['SECRET_BLOCK'] ?? '',
    timestamp: 'Thu Sep 24 14:26:42 UTC 2026',
    ...zeros,
  })
}

export const arrangeSrp: Record<keyof typeof srp, Arrange> = {
  'srp: started': async () => world(await openPool(), A),
  'srp: unknown user, concealed': async () => world(await openPool({ client: CONCEALED }), nobody),
  'srp: unknown user': async () => world(await openPool(), nobody),
  'srp: sub as the username': async () => {
    const testPool = await openPool()
    return world(testPool, { sub: testPool.jo.sub, ...A })
  },
  'srp: email as the username': async () =>
    world(await openPool({ pool: { AliasAttributes: ['email'] } }), {
      email: 'jo@example.com',
      ...A,
    }),
  'srp: no SRP_A': async () => world(await openPool()),
  'srp: SRP_A is 0': async () => world(await openPool()),
  'srp: throttled': async () => world(await openPool(), A),
  'srp: right proof': async () => {
    const { testPool, values } = await proven()
    return world(testPool, values)
  },
  'srp: wrong proof': () => challenged('jo'),
  'srp: proof of an unknown user, concealed': () => challenged('nobody'),
  'srp: another time format': async () => {
    const { testPool, values } = await proven()
    return world(testPool, values)
  },
}
