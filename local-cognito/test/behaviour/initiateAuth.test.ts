import { expect, test } from 'vitest'
import { openTestPool, PASSWORD, type TestPool } from '#local-cognito/test/support/testPool.ts'

const INCORRECT = { type: 'NotAuthorizedException', message: 'Incorrect username or password.' }
const invalid = (message: string) => ({ type: 'InvalidParameterException', message })

const byPassword = (username: string, password: string) => ({
  AuthFlow: 'USER_PASSWORD_AUTH',
  AuthParameters: { USERNAME: username, PASSWORD: password },
})

const apiErrors: [string, (testPool: TestPool) => object | Promise<object>, object][] = [
  [
    'an unknown client',
    () => ({ ClientId: 'nosuchclient', ...byPassword('jo', PASSWORD) }),
    {
      type: 'ResourceNotFoundException',
      message: 'User pool client nosuchclient does not exist.',
    },
  ],
  [
    'an unknown user',
    () => byPassword('no-user', PASSWORD),
    { type: 'UserNotFoundException', message: 'User does not exist.' },
  ],
  ['a wrong password', () => byPassword('jo', 'wrong'), INCORRECT],
  [
    'the sub in place of the username',
    ({ jo }) => byPassword(jo.sub, PASSWORD),
    {
      type: 'UserNotFoundException',
      message: 'User does not exist.',
    },
  ],
  [
    'a disabled user, whatever the password',
    ({ jo }) => {
      jo.enabled = false
      return byPassword('jo', 'wrong')
    },
    { type: 'NotAuthorizedException', message: 'User is disabled.' },
  ],
  [
    'an unconfirmed user, whatever the password',
    ({ jo }) => {
      jo.status = 'UNCONFIRMED'
      return byPassword('jo', 'wrong')
    },
    { type: 'UserNotConfirmedException', message: 'User is not confirmed.' },
  ],
  [
    'a password that has to be reset',
    ({ jo }) => {
      jo.status = 'RESET_REQUIRED'
      return byPassword('jo', PASSWORD)
    },
    {
      type: 'PasswordResetRequiredException',
      message: 'Password reset required for the user',
    },
  ],
  [
    'a password that has to be reset, with a wrong password',
    ({ jo }) => {
      jo.status = 'RESET_REQUIRED'
      return byPassword('jo', 'wrong')
    },
    INCORRECT,
  ],
  [
    'a user without a password',
    ({ jo }) => {
      delete jo.verifier
      return byPassword('jo', PASSWORD)
    },
    INCORRECT,
  ],
  [
    'no USERNAME',
    () => ({ AuthFlow: 'USER_PASSWORD_AUTH' }),
    invalid('Missing required parameter USERNAME'),
  ],
  [
    'no PASSWORD',
    () => ({ AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'jo' } }),
    invalid('Missing required parameter PASSWORD'),
  ],
  [
    'SRP where the client does not allow it',
    () => ({ AuthFlow: 'USER_SRP_AUTH' }),
    invalid('USER_SRP_AUTH is not enabled for the client.'),
  ],
  [
    'custom challenges where the client does not allow them',
    () => ({ AuthFlow: 'CUSTOM_AUTH' }),
    invalid('CUSTOM_AUTH is not enabled for the client.'),
  ],
  [
    'USER_AUTH where the client does not allow it',
    () => ({ AuthFlow: 'USER_AUTH' }),
    invalid('USER_AUTH flow not enabled for this client'),
  ],
  [
    'a refresh where the client does not allow it',
    () => ({ AuthFlow: 'REFRESH_TOKEN_AUTH' }),
    invalid('Auth flow not enabled for this client'),
  ],
  [
    'a flow for administrators',
    () => ({ AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' }),
    invalid('Initiate Auth method not supported.'),
  ],
  [
    'an unknown flow',
    () => ({ AuthFlow: 'MAGIC' }),
    invalid(
      "1 validation error detected: Value 'MAGIC' at 'authFlow' failed to satisfy constraint: Member must satisfy enum value set: [USER_SRP_AUTH, REFRESH_TOKEN_AUTH, REFRESH_TOKEN, CUSTOM_AUTH, ADMIN_NO_SRP_AUTH, USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH, USER_AUTH]",
    ),
  ],
]

test.each(apiErrors)('InitiateAuth refuses %s', async (_, prepare, apiError) => {
  const testPool = await openTestPool({
    client: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] },
  })
  expect(await testPool.refused('InitiateAuth', await prepare(testPool))).toEqual(apiError)
})

test.each([
  [[], 'USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH flow not enabled for this client'],
  [[], 'CUSTOM_AUTH', 'Custom auth lambda trigger is not configured for the user pool.'],
  [['USER_PASSWORD_AUTH'], 'USER_SRP_AUTH', 'Missing required parameter USERNAME'],
  [['CUSTOM_AUTH_FLOW_ONLY'], 'USER_SRP_AUTH', 'USER_SRP_AUTH is not enabled for the client.'],
  [['CUSTOM_AUTH_FLOW_ONLY'], 'REFRESH_TOKEN', 'Missing required parameter REFRESH_TOKEN'],
  [['ALLOW_USER_SRP_AUTH'], 'USER_SRP_AUTH', 'Missing required parameter USERNAME'],
] as const)('with %j, %s answers "%s"', async (flows, AuthFlow, message) => {
  const testPool = await openTestPool({ client: { ExplicitAuthFlows: [...flows] } })
  expect(await testPool.refused('InitiateAuth', { AuthFlow })).toEqual(invalid(message))
})
