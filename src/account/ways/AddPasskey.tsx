import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { AuthError } from '#auth/errors.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { makePasskey } from '#auth/makePasskey.ts'
import { useRequireRecentSignIn } from '#auth/recentSignIn.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { moreIcons } from '#ui/moreIcons.ts'
import { passkeysQuery } from './queries.ts'

type Standing =
  | { is: 'ready' }
  | { is: 'asking' }
  | { is: 'cancelled' | 'duplicate' | 'wrongSite' }
  | { is: 'failed'; error: unknown }

/** Has the browser make a passkey, and Cognito keep its public half. */
export function AddPasskey() {
  const text = useText()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const requireRecentSignIn = useRequireRecentSignIn()
  const [standing, setStanding] = useState<Standing>({ is: 'ready' })

  async function add(): Promise<Standing> {
    const { CredentialCreationOptions: options } = await session.act(
      'StartWebAuthnRegistration',
      {},
    )
    const made = await makePasskey(options)
    if (made.is !== 'made') return made
    await session.act('CompleteWebAuthnRegistration', { Credential: made.credential })
    await client.invalidateQueries(passkeysQuery(session))
    toast(text('ways.passkeyAdded'))
    return { is: 'ready' }
  }

  async function press() {
    if (!(await requireRecentSignIn())) return
    setStanding({ is: 'asking' })
    try {
      setStanding(await add())
    } catch (error) {
      setStanding({ is: 'failed', error })
    }
  }

  function failure(error: unknown): string {
    if (error instanceof AuthError && error.code === 'misconfigured') return text('ways.notOffered')
    if (error instanceof AuthError && error.code === 'limitExceeded') return text('ways.tooMany')
    return authErrorText(error, text).message
  }

  const { is } = standing
  return (
    <div className="stack-tight">
      {is === 'cancelled' && <Alert tone="note">{text('ways.cancelled')}</Alert>}
      {is === 'duplicate' && <Alert tone="note">{text('ways.duplicate')}</Alert>}
      {is === 'wrongSite' && <Alert tone="error">{text('ways.wrongSite')}</Alert>}
      {standing.is === 'failed' && <Alert tone="error">{failure(standing.error)}</Alert>}
      <p>
        <Button
          look="secondary"
          icon={<Icon shape={moreIcons.plus} />}
          pending={is === 'asking'}
          onClick={() => void press()}
        >
          {text('ways.addPasskey')}
        </Button>
      </p>
    </div>
  )
}
