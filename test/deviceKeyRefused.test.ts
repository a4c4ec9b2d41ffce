import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import {
  always,
  email,
  open,
  password,
  session,
  signInAndOut,
  startDevicePool,
  submitCode,
} from '#test/support/deviceFixture.ts'
import { expectChallenge } from '#test/support/expectations.ts'
import { network } from '#test/support/network.ts'

describe('a Cognito that accepts no device key in USER_AUTH', () => {
  /** Signs in to a device that was remembered by USER_SRP_AUTH. `actions` then refuse its key. */
  async function byPassword(...actions: string[]) {
    const testPool = await startDevicePool(always)
    const { auth } = open(testPool)
    await signInAndOut(testPool, auth)
    let refusals = 0
    network.use(
      http.post(`${testPool.origin}/`, async ({ request }) => {
        const action = request.headers.get('x-amz-target')?.split('.')[1] ?? ''
        const body = await request.clone().text()
        const isDeviceProof = /"DEVICE_(SRP_AUTH|PASSWORD_VERIFIER)"/.test(body)
        if (!actions.includes(action) || isDeviceProof || !body.includes('DEVICE_KEY'))
          return undefined
        refusals += 1
        return Response.json({ __type: 'InvalidParameterException' }, { status: 400 })
      }),
    )
    await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'PASSWORD' })
    await expectChallenge(auth.getState(), 'password').answer({ password })
    expect(refusals).toBeGreaterThan(0)
    return { testPool, auth }
  }

  it('is asked without the key, and then asks for a code', async () => {
    const { testPool, auth } = await byPassword('InitiateAuth', 'RespondToAuthChallenge')
    await submitCode(testPool, auth)
    expect(session(auth).email).toBe(email)
  })

  it.each(['InitiateAuth', 'RespondToAuthChallenge'])(
    'proves the device where the other action accepts the key: not %s',
    async (action) => {
      const { auth } = await byPassword(action)
      expect(session(auth).email).toBe(email)
    },
  )
})
