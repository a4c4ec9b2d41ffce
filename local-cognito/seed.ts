import { newSoftwareToken } from '#local-cognito/auth/factors/softwareToken.ts'
import { createClient, createPool } from '#local-cognito/pools/pools.ts'
import { enableMfaFactor } from '#local-cognito/users/mfaPreference.ts'
import { createCognito } from './index.ts'
import {
  SEEDED_ACCOUNTS,
  SEEDED_CLIENT,
  SEEDED_PASSWORD,
  SEEDED_POOL,
  type SeededAccount,
} from './seededAccounts.ts'
import type { Store } from './store.ts'

/** MFA is optional for every user; passkeys work on localhost. */
const MFA = {
  MfaConfiguration: 'OPTIONAL',
  SoftwareTokenMfaConfiguration: { Enabled: true },
  EmailMfaConfiguration: { Subject: 'Your code', Message: 'Your code is {####}' },
  WebAuthnConfiguration: { RelyingPartyId: 'localhost', UserVerification: 'preferred' },
}

const SESSIONS = { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 20 } }

const GROUPS = {
  admins: 'Users who may see the page behind RequireGroup',
  members: 'Regular users',
}

/**
 * Adds the default pool of `npm run dev`, its client, groups and sample accounts, to a state that
 * does not have it. Accounts are created through the API's own operations, so that they are exactly
 * what those leave behind.
 * @param store the state to seed; left alone where it has the pool already
 * @param now clock, in milliseconds since the epoch
 * @throws Error when an operation refuses a seeded account
 * @example
 * ```ts
 * const store = new Store()
 * await seed(store)
 * const cognito = createCognito({ store })
 * ```
 */
export async function seed(store: Store, now: () => number = Date.now): Promise<void> {
  if (store.pools.has(SEEDED_POOL)) return
  addPool(store, now())
  const { handle } = createCognito({ store, now })
  const call = async (action: string, input: object) => {
    const response = await handle(signedRequest(action, { UserPoolId: SEEDED_POOL, ...input }))
    if (!response.ok) throw new Error(`Seeding: ${action} answered ${await response.text()}`)
  }
  for (const [GroupName, Description] of Object.entries(GROUPS))
    await call('CreateGroup', { GroupName, Description })
  await call('SetUserPoolMfaConfig', MFA)
  await call('SetUserPoolSessionConfiguration', SESSIONS)
  for (const account of SEEDED_ACCOUNTS) await addAccount(call, account)
  setUpFactors(store)
}

/** Sets up the factors that users normally set up themselves after signing in. */
function setUpFactors({ users }: Store) {
  for (const user of users.values()) {
    const account = SEEDED_ACCOUNTS.find(({ email }) => email === user.attributes['email'])
    if (user.poolId !== SEEDED_POOL || account?.factor === undefined) continue
    if (account.factor === 'SOFTWARE_TOKEN_MFA') user.softwareToken = newSoftwareToken()
    enableMfaFactor(user, account.factor, true)
  }
}

function addPool(store: Store, now: number) {
  createPool(
    store,
    {
      PoolName: 'Gatehouse',
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      AutoVerifiedAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      // A remembered device skips the second factor.
      DeviceConfiguration: {
        ChallengeRequiredOnNewDevice: true,
        DeviceOnlyRememberedOnUserPrompt: false,
      },
      // Asked for at sign-up, and at the first sign-in of an invited user.
      Schema: [{ Name: 'given_name', Required: true }],
    },
    { now, id: SEEDED_POOL },
  )
  createClient(
    store,
    {
      UserPoolId: SEEDED_POOL,
      ClientName: 'Gatehouse',
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      AccessTokenValidity: 15,
      IdTokenValidity: 15,
      RefreshTokenValidity: 12,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'hours' },
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
      ReadAttributes: ['email', 'email_verified', 'given_name', 'family_name', 'locale'],
      WriteAttributes: ['email', 'given_name', 'family_name', 'locale'],
    },
    { now, id: SEEDED_CLIENT },
  )
}

type Call = (action: string, input: object) => Promise<void>

async function addAccount(call: Call, { email, givenName, state, groups }: SeededAccount) {
  const Username = email
  const name = givenName === undefined ? [] : [{ Name: 'given_name', Value: givenName }]
  if (state === 'unconfirmed')
    await call('SignUp', {
      ClientId: SEEDED_CLIENT,
      Username,
      Password: SEEDED_PASSWORD,
      UserAttributes: name,
    })
  else
    await call('AdminCreateUser', {
      Username,
      TemporaryPassword: SEEDED_PASSWORD,
      MessageAction: state === 'invited' ? undefined : 'SUPPRESS',
      UserAttributes: [...name, { Name: 'email_verified', Value: 'true' }],
    })
  if (state !== 'unconfirmed' && state !== 'invited')
    await call('AdminSetUserPassword', { Username, Password: SEEDED_PASSWORD, Permanent: true })
  for (const GroupName of groups) await call('AdminAddUserToGroup', { Username, GroupName })
  if (state === 'disabled') await call('AdminDisableUser', { Username })
  if (state === 'resetRequired') await call('AdminResetUserPassword', { Username })
}

/** Any well-formed signature is accepted; see `http/request.ts`. */
const signedRequest = (action: string, input: object) =>
  new Request('http://localhost/', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSCognitoIdentityProviderService.${action}`,
      Authorization: [
        'AWS4-HMAC-SHA256 Credential=seed/20260101/us-east-1/cognito-idp/aws4_request',
        'SignedHeaders=host',
        `Signature=${'0'.repeat(64)}`,
      ].join(', '),
    },
    body: JSON.stringify(input),
  })
