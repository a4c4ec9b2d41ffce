import { useCallback, useRef, useState, type ReactNode } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { RecentSignInContext } from '#auth/recentSignIn.ts'
import type { Reauthentication } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { ReauthenticateForm } from './ReauthenticateForm.tsx'

/** Lets everything below ask for a recent sign-in, and carries on with what asked. */
export function RecentSignIn({ children }: { children: ReactNode }) {
  const t = useTranslate()
  const { signedInAt, stepUp } = useSession()
  const { acrValues, recentMinutes } = useConfig().signIn
  /** Open, and what Cognito has asked already. */
  const [open, setOpen] = useState<Reauthentication>()
  const answer = useRef<(recent: boolean) => void>(undefined)

  const require = useCallback(async () => {
    let asked: Reauthentication = {}
    if (acrValues !== undefined) {
      // How strong the sign-in was, Cognito knows, and asks for nothing where it will do.
      try {
        asked = await stepUp({ acrValues, maxAgeSeconds: recentMinutes * 60 })
        if (!asked.challenge) return true
      } catch (error) {
        // The dialog begins anew, and says what is wrong where it still is.
        if (!(error instanceof AuthError)) throw error
      }
    } else if (Date.now() - signedInAt < recentMinutes * 60_000) return true
    // An action that asked before and was not answered is not to hang.
    answer.current?.(false)
    setOpen(asked)
    return new Promise<boolean>((resolve) => {
      answer.current = resolve
    })
  }, [signedInAt, recentMinutes, acrValues, stepUp])

  function close(recent: boolean) {
    setOpen(undefined)
    answer.current?.(recent)
    answer.current = undefined
  }

  return (
    <RecentSignInContext value={require}>
      {children}
      <Dialog open={open !== undefined} onClose={() => close(false)} title={t('stepUp.title')}>
        <ReauthenticateForm first={open?.challenge} onDone={() => close(true)} />
      </Dialog>
    </RecentSignInContext>
  )
}
