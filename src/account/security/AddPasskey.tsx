import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { AuthError } from '#auth/errors.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { registerPasskey } from '#auth/registerPasskey.ts'
import { useRequireRecentSignIn } from '#auth/recentSignIn.ts'
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

/** Creates a passkey in the browser and registers its public key at Cognito. */
export function AddPasskey() {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const requireRecentSignIn = useRequireRecentSignIn()
  const [state, setState] = useState<AddPasskeyState>({ status: 'ready' })

  async function add(): Promise<AddPasskeyState> {
    const { CredentialCreationOptions: options } = await session.callCognito(
      'StartWebAuthnRegistration',
      {},
    )
    const result = await registerPasskey(options)
    if (result.status !== 'registered') return result
    await session.callCognito('CompleteWebAuthnRegistration', { Credential: result.credential })
    await makeUsable()
    await Promise.all([
      client.invalidateQueries(passkeysQuery(session)),
      client.invalidateQueries(factorsQuery(session)),
    ])
    toast(t('security.passkeyAdded'))
    return { status: 'ready' }
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
