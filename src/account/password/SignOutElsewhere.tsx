import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { forEachOf } from '#account/forEachOf.ts'
import { CodeStep } from '#account/reauthentication/CodeStep.tsx'
import { sessionsQuery } from '#account/sessions/queries.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import type { Reauthentication } from '#auth/state.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { useToast } from '#ui/LiveRegion.tsx'

type Asked = NonNullable<Reauthentication['challenge']>

/** Offers an end to every other session: one by one where the pool knows them, else by ending all. */
export function SignOutElsewhere({ password }: { password: string }) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const sessions = useQuery(sessionsQuery(session))
  const [asked, setAsked] = useState<Asked>()
  const [doing, setDoing] = useState<{ pending?: true; done?: true; error?: unknown }>({})

  function proceed({ challenge }: Reauthentication) {
    setAsked(challenge)
    if (challenge) return
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
        open={asked !== undefined}
        // Every session has ended, this one too: whoever does not prove who they are is signed out.
        onClose={() => void session.signOut()}
        title={t('changePassword.secondTitle')}
        closeLabel={t('shell.signOut')}
      >
        {asked?.kind === 'totpCode' || asked?.kind === 'sentCode' ? (
          <CodeStep
            asked={{ ...asked, hasAlternatives: false }}
            answer={async (answer) => proceed(await session.answerReauthentication(answer))}
            begin={async () => proceed(await session.signOutElsewhere(password))}
          />
        ) : (
          <Alert tone="note">{t('stepUp.afresh')}</Alert>
        )}
      </Dialog>
    </>
  )
}
