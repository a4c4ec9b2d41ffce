import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { forEachOf } from '#account/forEachOf.ts'
import { ReauthenticationStep } from '#account/reauthentication/ReauthenticationForm.tsx'
import { sessionsQuery } from '#account/sessions/queries.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import type { Reauthentication } from '#auth/state.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { useToast } from '#ui/LiveRegion.tsx'

type ReauthenticationChallenge = NonNullable<Reauthentication['challenge']>

/** Ends every other session: one by one where the pool lists them, else by ending all. */
export function SignOutElsewhere({ password }: { password: string }) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const sessions = useQuery(sessionsQuery(session))
  const [challenge, setChallenge] = useState<ReauthenticationChallenge>()
  const [doing, setDoing] = useState<{ pending?: true; done?: true; error?: unknown }>({})

  function proceed({ challenge: next }: Reauthentication) {
    setChallenge(next)
    if (next) return
    setDoing({ done: true })
    toast(t('sessions.othersEnded'))
    void client.invalidateQueries(sessionsQuery(session))
  }

  async function end() {
    const found = sessions.data
    if (!found?.tracked) {
      proceed(await session.signOutElsewhere(password))
      return
    }
    const others = found.sessions.filter(({ IsCurrentSession }) => !IsCurrentSession)
    await forEachOf(others, ({ SessionId }) =>
      session.callCognito('RevokeUserSession', { SessionId }),
    )
    proceed({})
  }

  function press() {
    setDoing({ pending: true })
    end().catch((error: unknown) => setDoing({ error }))
  }

  if (doing.done) return null
  return (
    <>
      <p>{t('changePassword.elsewhereLead')}</p>
      {'error' in doing && <Alert tone="error">{authErrorText(doing.error, t).message}</Alert>}
      <p>
        <Button
          look="secondary"
          pending={doing.pending === true || sessions.isPending}
          onClick={press}
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
