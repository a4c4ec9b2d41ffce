import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Actions } from '#vault/cognito/actions.ts'
import { isAnswerOf } from '#vault/cognito/answerShapes.ts'
import { isMapped } from '#vault/cognito/exceptions.ts'
import { mayAnswerEmpty } from '#vault/cognito/request.ts'
import { readCognitoModel, type Structure } from '#tooling/cognitoModel.ts'
import { always } from '#test/support/deviceFixture.ts'
import { errorCode } from '#test/support/expectations.ts'
import { journeys, visit } from '#test/support/journeys.ts'
import { network } from '#test/support/network.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

// The contract with Cognito's API model, as the installed SDK has it: `npm run model:news` lists what a newer one brings.

const sdk = createRequire(import.meta.url).resolve(
  '@aws-sdk/client-cognito-identity-provider/package.json',
)
const model = await readCognitoModel(dirname(sdk))

// `journeys` has these keys.
const actions = Object.keys(journeys) as (keyof Actions)[]

const operation = (action: string) => {
  const found = model.operations[action]
  if (!found) throw new Error(`${action} is not in the model`)
  return found
}

describe('exceptions', () => {
  it.each(actions)('all that the model lists for %s are mapped', (action) => {
    const { exceptions } = operation(action)
    expect(exceptions.length).toBeGreaterThan(3)
    expect(exceptions.filter((type) => !isMapped(type))).toEqual([])
  })
})

describe('an empty body', () => {
  /** Without a required member in the model, but there is no going on without what they answer. */
  const neededAnyway: (keyof Actions)[] = [
    'AssociateSoftwareToken',
    'GetTokensFromRefreshToken',
    'InitiateAuth',
    'RespondToAuthChallenge',
  ]

  it('is an answer to every action whose output has no required member', () => {
    const hasRequired = (action: string) =>
      Object.values(model.structures[operation(action).output ?? ''] ?? {}).some(
        ({ isRequired }) => isRequired,
      )
    const expected = actions.filter(
      (action) => !hasRequired(action) && !neededAnyway.includes(action),
    )
    expect(actions.filter(mayAnswerEmpty)).toEqual(expected)
    expect(expected).toContain('DeleteUser')
    expect(expected).not.toContain('GetUser')
  })
})

describe('the required members of an answer', () => {
  /** An answer with all that the model requires, and the lists that pages are made of. */
  const complete: Partial<Record<keyof Actions, Record<string, unknown>>> = {
    GetDevice: { Device: { DeviceKey: 'a' } },
    GetUser: { Username: 'a', UserAttributes: [{ Name: 'sub', Value: 'a' }] },
    GetUserAuthFactors: { Username: 'a', ConfiguredUserAuthFactors: ['PASSWORD'] },
    ListDevices: { Devices: [{ DeviceKey: 'a' }] },
    ListUserSessions: { Sessions: [{ SessionId: 'a' }] },
    ListWebAuthnCredentials: { Credentials: [{ CredentialId: 'a' }] },
    SignUp: { UserConfirmed: false, UserSub: 'a' },
    StartWebAuthnRegistration: { CredentialCreationOptions: {} },
  }

  const required = actions.flatMap((action) =>
    Object.entries(model.structures[operation(action).output ?? ''] ?? {})
      .filter(([, { isRequired }]) => isRequired)
      .map(([member]) => [action, member] as const),
  )

  it('are those of these actions', () => {
    expect(required.length).toBeGreaterThan(7)
    for (const [action, member] of required) expect(complete[action]).toHaveProperty(member)
  })

  it.each(required)('of %s: without %s, it is refused', (action, member) => {
    const { [member]: _, ...without } = complete[action] ?? {}
    expect(isAnswerOf(action, complete[action] ?? {})).toBe(true)
    expect(isAnswerOf(action, without)).toBe(false)
    const isList = Array.isArray(complete[action]?.[member])
    const isText = typeof complete[action]?.[member] === 'string'
    for (const wrong of [null, 1, ...(isText ? [[]] : ['a']), ...(isList ? [{}, [1], [null]] : [])])
      expect(isAnswerOf(action, { ...without, [member]: wrong })).toBe(false)
  })

  it.each(['ListDevices', 'ListUserSessions'] as const)(
    '%s without its list is empty, or no answer',
    (action) => {
      expect(isAnswerOf(action, {})).toBe(true)
      const name = Object.keys(complete[action] ?? {})[0] ?? ''
      expect(isAnswerOf(action, complete[action] ?? {})).toBe(true)
      for (const wrong of [{ foo: 1 }, { [name]: {} }, { [name]: 'a' }, { [name]: [1] }])
        expect(isAnswerOf(action, wrong)).toBe(false)
    },
  )
})

/** Follows the members of a structure, and of those in it. */
function* typesIn(name: string, seen = new Set<string>()): Generator<string> {
  if (seen.has(name)) return
  seen.add(name)
  yield name
  for (const { type } of Object.values(model.structures[name] ?? {})) yield* typesIn(type, seen)
}

describe('enums', () => {
  /** What the portal makes of each value that an answer can have. A value of a newer model is missing here. */
  const known: Record<string, Record<string, string>> = {
    AuthFactorType: {
      EMAIL_OTP: 'not looked at',
      PASSWORD: 'the user has a password',
      SMS_OTP: 'not looked at',
      SOFTWARE_TOKEN: 'not looked at; UserMFASettingList says which second factors are on',
      WEB_AUTHN: 'the user has a passkey',
    },
    // `readAuthResponse.ts` and the flows before it; the test below sees what becomes of each.
    ChallengeNameType: {
      ADMIN_NO_SRP_AUTH: 'unsupported: only AdminInitiateAuth has it',
      CUSTOM_CHALLENGE: 'custom',
      DEVICE_PASSWORD_VERIFIER: 'unsupported: comes after DEVICE_SRP_AUTH only, in deviceSignIn.ts',
      DEVICE_SRP_AUTH: 'answered without asking the user, in deviceSignIn.ts',
      EMAIL_OTP: 'sentCode',
      MFA_SETUP: 'setUpTotp',
      NEW_PASSWORD_REQUIRED: 'newPassword',
      PASSWORD: 'password',
      PASSWORD_SRP: 'password',
      PASSWORD_VERIFIER: 'unsupported: comes after SRP_A only, in signInBySrp.ts',
      SELECT_CHALLENGE: 'chooseMethod',
      SELECT_MFA_TYPE: 'chooseMethod',
      SMS_MFA: 'sentCode',
      SMS_OTP: 'sentCode',
      SOFTWARE_TOKEN_MFA: 'totpCode',
      WEB_AUTHN: 'passkey',
    },
    DeliveryMediumType: { EMAIL: 'said so', SMS: 'said so' },
    SessionTypeType: { SSO: 'listed like the others', TOKEN: 'listed like the others' },
    VerifySoftwareTokenResponseType: { ERROR: 'the code was wrong', SUCCESS: 'the app is set up' },
  }

  const found = new Set(
    actions
      .flatMap((action) => [...typesIn(operation(action).output ?? '')])
      .filter((type) => model.enums[type]),
  )

  it('in the answers are those that the portal knows', () => {
    expect([...found].toSorted()).toEqual(Object.keys(known).toSorted())
  })

  it.each(Object.keys(known))('%s has no value that the portal does not know', (name) => {
    expect(model.enums[name]?.toSorted()).toEqual(Object.keys(known[name] ?? {}).toSorted())
  })

  const challenges = Object.entries(known['ChallengeNameType'] ?? {}).filter(
    ([, meaning]) => !meaning.startsWith('answered'),
  )

  it.each(challenges)('the challenge %s becomes %s', async (ChallengeName, meaning) => {
    const testPool = await startCognito()
    const { auth } = openBrowser(testPool.config).openTab()
    const session = { Session: 'a session of twenty letters' }
    testPool.answerInstead('AssociateSoftwareToken', () =>
      Response.json({ SecretCode: 'JBSWY3DPEHPK3PXP', ...session }),
    )
    testPool.answerInstead('InitiateAuth', () =>
      Response.json({
        ChallengeName,
        ...session,
        AvailableChallenges: ['PASSWORD', 'EMAIL_OTP'],
        ChallengeParameters: {
          CREDENTIAL_REQUEST_OPTIONS: '{"challenge":"YQ"}',
          MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]',
          MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]',
        },
      }),
    )
    await auth.startUserAuth({ username: 'ada@example.com', rememberMe: false })
    expect(auth.getState()).toMatchObject({ challenge: { kind: meaning.split(':')[0] } })
  })
})

/** Lists the members of a request that its structure in the model does not have. */
function unknownMembers(value: unknown, name: string): string[] {
  const structure: Structure | undefined = model.structures[name]
  if (!structure || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((one) => unknownMembers(one, name))
  return Object.entries(value).flatMap(([member, inner]) => {
    const known = structure[member]
    if (!known) return [`${name}.${member}`]
    return known.isMap ? [] : unknownMembers(inner, known.type)
  })
}

describe('requests', () => {
  it.each(actions)('on the way to %s have only members that the model has', async (action) => {
    const testPool = await startCognito({ pool: { DeviceConfiguration: always } })
    const sent: { action: string; body: unknown }[] = []
    await network.eachRequestDuring(
      async () => {
        const journey = journeys[action]
        await errorCode(journey.run(await visit(testPool, journey, 'ada@example.com')))
      },
      async (request) => {
        const target = request.headers.get('x-amz-target')?.split('.')[1] ?? ''
        // Those of the administrator who prepares the test are not the portal's.
        if (target in journeys) sent.push({ action: target, body: await request.json() })
      },
    )
    expect(sent.map((request) => request.action)).toContain(action)
    expect(
      sent.flatMap((request) => unknownMembers(request.body, operation(request.action).input)),
    ).toEqual([])
  })

  it('with another member are noticed, also inside', () => {
    const request = { ClientId: 'a', UserAttributes: [{ Name: 'email', Vallue: 'a' }], Nick: 'a' }
    expect(unknownMembers(request, 'SignUpRequest')).toEqual([
      'AttributeType.Vallue',
      'SignUpRequest.Nick',
    ])
  })
})
