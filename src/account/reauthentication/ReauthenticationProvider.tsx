import { useCallback, useRef, useState, type ReactNode } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { RecentSignInContext } from '#auth/recentSignIn.ts'
import type { Reauthentication } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { ReauthenticationForm } from './ReauthenticationForm.tsx'

/** Provides `useRequireRecentSignIn` to everything below: shows the dialog and resolves when it closes. */
export function ReauthenticationProvider({ children }: { children: ReactNode }) {
  const t = useTranslate()
  const { signedInAt, stepUp } = useSession()
  const { acrValues, recentMinutes } = useConfig().signIn
  /** Set while the dialog is open, with the challenge that Cognito has already returned. */
  const [open, setOpen] = useState<Reauthentication>()
  const resolveRequest = useRef<(recent: boolean) => void>(undefined)

  const requireRecentSignIn = useCallback(async () => {
    let result: Reauthentication = {}
    if (acrValues !== undefined) {
      // Cognito checks the level of the sign-in, and returns no challenge if it is sufficient.
      try {
        result = await stepUp({ acrValues, maxAgeSeconds: recentMinutes * 60 })
        if (!result.challenge) return true
      } catch (error) {
        // The dialog starts again, and shows the error if it persists.
        if (!(error instanceof AuthError)) throw error
      }
    } else if (Date.now() - signedInAt < recentMinutes * 60_000) return true
    // Settles an earlier request that was not answered.
    resolveRequest.current?.(false)
    setOpen(result)
    return new Promise<boolean>((resolve) => {
      resolveRequest.current = resolve
    })
  }, [signedInAt, recentMinutes, acrValues, stepUp])

  function close(recent: boolean) {
    setOpen(undefined)
    resolveRequest.current?.(recent)
    resolveRequest.current = undefined
  }

  return (
    <RecentSignInContext value={requireRecentSignIn}>
      {children}
      <Dialog open={open !== undefined} onClose={() => close(false)} title={t('stepUp.title')}>
        <ReauthenticationForm initialChallenge={open?.challenge} onDone={() => close(true)} />
      </Dialog>
    </RecentSignInContext>
  )
}
