import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { runSequentially } from '#account/runSequentially.ts'
import { ReauthenticationStep } from '#account/reauthentication/ReauthenticationForm.tsx'
import { sessionsQuery } from '#account/sessions/sessionsQuery.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import type { Reauthentication } from '#auth/state.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { useToast } from '#ui/LiveRegion.tsx'

type ReauthenticationChallenge = NonNullable<Reauthentication['challenge']>

/** Ends all other sessions: each by itself if the pool lists them, else all at once with a new sign-in here. */
export function SignOutElsewhere({ password }: { password: string }) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const sessions = useQuery(sessionsQuery(session))
  const [challenge, setChallenge] = useState<ReauthenticationChallenge>()
  const [state, setState] = useState<{ pending?: true; done?: true; error?: unknown }>({})

  function proceed({ challenge: next }: Reauthentication) {
    setChallenge(next)
    if (next) return
    setState({ done: true })
    toast(t('sessions.othersEnded'))
    void client.invalidateQueries(sessionsQuery(session))
  }

  async function endOtherSessions() {
    const list = sessions.data
    if (list?.status !== 'tracked') {
      proceed(await session.signOutElsewhere(password))
      return
    }
    const others = list.sessions.filter(({ IsCurrentSession }) => !IsCurrentSession)
    await runSequentially(others, ({ SessionId }) =>
      session.callCognito('RevokeUserSession', { SessionId }),
    )
    proceed({})
  }

  function start() {
    setState({ pending: true })
    endOtherSessions().catch((error: unknown) => setState({ error }))
  }

  if (state.done) return null
  return (
    <>
      <p>{t('changePassword.elsewhereLead')}</p>
      {'error' in state && <Alert tone="error">{authErrorText(state.error, t).message}</Alert>}
      <p>
        <Button
          look="secondary"
          pending={state.pending === true || sessions.isPending}
          onClick={start}
        >
          {t('sessions.endOthers')}
        </Button>
      </p>
      <Dialog
        open={challenge !== undefined}
        // Every session has ended, this one too: closing the dialog signs out.
        onClose={() => void session.signOut()}
        title={t('changePassword.secondTitle')}
        closeLabel={t('shell.signOut')}
      >
        {challenge && (
          <ReauthenticationStep
            challenge={challenge}
            answer={async (answer) => proceed(await session.answerReauthentication(answer))}
          />
        )}
      </Dialog>
    </>
  )
}
