import {
  type InitiateAuthCommandOutput,
  NotAuthorizedException,
  ResourceNotFoundException,
  WebAuthnChallengeNotFoundException,
  WebAuthnOriginNotAllowedException,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { afterEach, expect, test, vi } from 'vitest'
import { openFullPool, tokensIn } from '#test/support/openFullPool.ts'
import { plugInAuthenticator } from '#test/support/softwareAuthenticator.ts'

// Passkeys through AWS's own SDK, with @simplewebauthn/browser in the browser's role.

afterEach(() => void vi.unstubAllGlobals())

/** A pool with passkeys for localhost, and an authenticator. */
async function open() {
  const authenticator = plugInAuthenticator()
  const sdkPool = await openFullPool()
  const { sdk, begin, answer } = sdkPool

  async function make(AccessToken: string) {
    const { CredentialCreationOptions: asked } = await sdk.startWebAuthnRegistration({
      AccessToken,
    })
    const optionsJSON = asked as unknown as PublicKeyCredentialCreationOptionsJSON
    const made = await startRegistration({ optionsJSON })
    // The SDK types it as arbitrary JSON.
    return { AccessToken, Credential: made as unknown as Record<string, string> }
  }

  const ask = () => begin('USER_AUTH', { PREFERRED_CHALLENGE: 'WEB_AUTHN' })
  async function signed({ ChallengeParameters }: InitiateAuthCommandOutput) {
    const optionsJSON = JSON.parse(
      ChallengeParameters?.['CREDENTIAL_REQUEST_OPTIONS'] ?? '',
    ) as PublicKeyCredentialRequestOptionsJSON
    return { CREDENTIAL: JSON.stringify(await startAuthentication({ optionsJSON })) }
  }
  return { ...sdkPool, authenticator, make, ask, signed, answer }
}

test('creates and uses a passkey; refuses another origin, a replay and another key', async () => {
  await using sdkPool = await open()
  const { sdk, authenticator, byPassword, make, ask, signed, answer } = sdkPool
  const { AccessToken } = tokensIn(await byPassword())
  expect((await ask()).ChallengeName).toBe('SELECT_CHALLENGE')

  authenticator.origin = 'https://evil.example'
  await expect(sdk.completeWebAuthnRegistration(await make(AccessToken))).rejects.toThrow(
    WebAuthnOriginNotAllowedException,
  )
  authenticator.origin = 'http://localhost:5173'
  const late = await make(AccessToken)
  await sdk.completeWebAuthnRegistration(await make(AccessToken))
  await expect(sdk.completeWebAuthnRegistration(late)).rejects.toThrow(
    WebAuthnChallengeNotFoundException,
  )
  const { Credentials = [] } = await sdk.listWebAuthnCredentials({ AccessToken })
  expect(Credentials).toMatchObject([{ RelyingPartyId: 'localhost' }])
  expect(Credentials[0]?.CreatedAt).toBeInstanceOf(Date)

  const asked = await ask()
  expect(asked.ChallengeName).toBe('WEB_AUTHN')
  const srpResponse = await signed(asked)
  tokensIn(await answer(asked, srpResponse))
  await expect(answer(asked, srpResponse)).rejects.toThrow(NotAuthorizedException)
  await expect(answer(await ask(), srpResponse)).rejects.toThrow(NotAuthorizedException)

  const chosen = await answer(await sdkPool.begin('USER_AUTH'), { ANSWER: 'WEB_AUTHN' })
  tokensIn(await answer(chosen, await signed(chosen)))

  const again = await ask()
  authenticator.swapKeys()
  await expect(answer(again, await signed(again))).rejects.toThrow(NotAuthorizedException)

  const { CredentialId } = Credentials[0] ?? {}
  await sdk.deleteWebAuthnCredential({ AccessToken, CredentialId })
  await expect(sdk.deleteWebAuthnCredential({ AccessToken, CredentialId })).rejects.toThrow(
    ResourceNotFoundException,
  )
  expect((await ask()).ChallengeName).toBe('SELECT_CHALLENGE')
})
