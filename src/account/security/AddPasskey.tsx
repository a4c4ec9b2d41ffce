import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { AuthError, type AuthErrorCode } from '#auth/errors.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { registerPasskey, type Registration } from '#auth/registerPasskey.ts'
import { useRequireRecentSignIn, useWithRecentSignIn } from '#auth/recentSignIn.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { icons } from '#ui/icons.ts'
import { factorsQuery, passkeysQuery } from './securityQueries.ts'

type AddPasskeyState =
  | { status: 'ready' }
  | { status: 'pending' }
  | { status: 'cancelled' | 'duplicate' | 'wrongSite' }
  | { status: 'failed'; error: unknown }

/** Failures after which the passkey may or may not be registered. */
const mayBeLost = new Set<AuthErrorCode>([
  'network',
  'timeout',
  'serviceUnavailable',
  'tooManyRequests',
  'recentSignInRequired',
])

/** Creates a passkey in the browser and registers its public key at Cognito. */
export function AddPasskey() {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const requireRecentSignIn = useRequireRecentSignIn()
  const withRecentSignIn = useWithRecentSignIn()
  const [state, setState] = useState<AddPasskeyState>({ status: 'ready' })
  /** Made, but Cognito has not said that it knows it: the next try sends it again, and makes no second one. */
  const unconfirmed = useRef<Registration>(undefined)

  async function add(): Promise<AddPasskeyState> {
    if (!(await completeAgain())) {
      const { CredentialCreationOptions: options } = await withRecentSignIn(() =>
        session.callCognito('StartWebAuthnRegistration', {}),
      )
      const result = await registerPasskey(options)
      if (result.status !== 'registered') return result
      await complete(result.credential)
    }
    await makeUsable()
    await Promise.all([
      client.invalidateQueries(passkeysQuery(session)),
      client.invalidateQueries(factorsQuery(session)),
    ])
    toast(t('security.passkeyAdded'))
    return { status: 'ready' }
  }

  async function complete(credential: Registration) {
    unconfirmed.current = credential
    await withRecentSignIn(() =>
      session.callCognito('CompleteWebAuthnRegistration', { Credential: credential }),
    )
    unconfirmed.current = undefined
  }

  /** @returns false where there is none to send again, or Cognito does not wait for it any more. */
  async function completeAgain(): Promise<boolean> {
    const credential = unconfirmed.current
    if (!credential) return false
    try {
      await complete(credential)
      return true
    } catch (error) {
      if (!(error instanceof AuthError)) throw error
      if (mayBeLost.has(error.code)) throw error
      unconfirmed.current = undefined
      if (error.code === 'challengeExpired') return false
      throw error
    }
  }

  /** Makes it usable beside the second factors that are on. The passkey exists also where this fails. */
  async function makeUsable() {
    try {
      await session.setMfaPreference({})
    } catch (error) {
      // The page shows how it stands, and the next sign-in with a second factor tries again.
      if (!(error instanceof AuthError)) throw error
    }
  }

  async function start() {
    if (!(await requireRecentSignIn())) return
    setState({ status: 'pending' })
    try {
      setState(await add())
    } catch (error) {
      setState({ status: 'failed', error })
    }
  }

  function failureText(error: unknown): string {
    if (error instanceof AuthError && error.code === 'misconfigured')
      return t('security.notOffered')
    if (error instanceof AuthError && error.code === 'limitExceeded') return t('security.tooMany')
    return authErrorText(error, t).message
  }

  const { status } = state
  return (
    <div className="stack-tight">
      {status === 'cancelled' && <Alert tone="note">{t('security.cancelled')}</Alert>}
      {status === 'duplicate' && <Alert tone="note">{t('security.duplicate')}</Alert>}
      {status === 'wrongSite' && <Alert tone="error">{t('security.wrongSite')}</Alert>}
      {state.status === 'failed' && <Alert tone="error">{failureText(state.error)}</Alert>}
      <p>
        <Button
          look="secondary"
          icon={<Icon shape={icons.plus} />}
          pending={status === 'pending'}
          onClick={() => void start()}
        >
          {t('security.addPasskey')}
        </Button>
      </p>
    </div>
  )
}
