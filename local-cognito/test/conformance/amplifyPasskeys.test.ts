import {
  associateWebAuthnCredential,
  confirmSignIn,
  deleteWebAuthnCredential,
  listWebAuthnCredentials,
  signIn,
  signOut,
} from 'aws-amplify/auth'
import { afterEach, expect, test, vi } from 'vitest'
import { openAmplify } from '#test/support/openAmplify.ts'
import { NAME } from '#test/support/openFullPool.ts'
import { PASSWORD } from '#test/support/openServer.ts'
import { plugInAuthenticator } from '#test/support/softwareAuthenticator.ts'

// Passkeys through Amplify, with a test authenticator in place of the browser's.

afterEach(() => void vi.unstubAllGlobals())

const DONE = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }
const CHOICE = 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION'

const byPasskey = () =>
  signIn({
    username: NAME,
    options: { authFlowType: 'USER_AUTH', preferredChallenge: 'WEB_AUTHN' },
  })

test('creates and uses a passkey; refuses another origin and another key', async () => {
  await using _ = await openAmplify()
  const authenticator = plugInAuthenticator()
  expect((await byPasskey()).nextStep.signInStep).toBe(CHOICE)
  await signIn({ username: NAME, password: PASSWORD })
  authenticator.origin = 'https://evil.example'
  await expect(associateWebAuthnCredential()).rejects.toMatchObject({
    name: 'WebAuthnOriginNotAllowedException',
  })
  authenticator.origin = 'http://localhost:5173'
  await associateWebAuthnCredential()
  const { credentials } = await listWebAuthnCredentials()
  expect(credentials).toMatchObject([{ relyingPartyId: 'localhost' }])
  await signOut()

  expect(await byPasskey()).toEqual(DONE)
  await signOut()
  await signIn({ username: NAME, options: { authFlowType: 'USER_AUTH' } })
  expect(await confirmSignIn({ challengeResponse: 'WEB_AUTHN' })).toEqual(DONE)
  await signOut()

  authenticator.isDeclined = true
  await expect(byPasskey()).rejects.toMatchObject({ name: 'PasskeyAuthenticationCanceled' })
  authenticator.isDeclined = false
  authenticator.swapKeys()
  await expect(byPasskey()).rejects.toMatchObject({ name: 'NotAuthorizedException' })

  await signIn({ username: NAME, password: PASSWORD })
  const [credential] = credentials
  await deleteWebAuthnCredential({ credentialId: credential?.credentialId ?? '' })
  expect((await listWebAuthnCredentials()).credentials).toEqual([])
  await signOut()
  expect((await byPasskey()).nextStep.signInStep).toBe(CHOICE)
})
