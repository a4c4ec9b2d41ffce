import { useCallback, useRef, useState, type ReactNode } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { RecentSignInContext } from '#auth/recentSignIn.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { ReauthenticateForm } from './ReauthenticateForm.tsx'

/** Lets everything below ask for a recent sign-in, and carries on with what asked. */
export function RecentSignIn({ children }: { children: ReactNode }) {
  const text = useText()
  const { signedInAt } = useSession()
  const { recentMinutes } = useConfig().signIn
  const [open, setOpen] = useState(false)
  const answer = useRef<(recent: boolean) => void>(undefined)

  const require = useCallback(async () => {
    if (Date.now() - signedInAt < recentMinutes * 60_000) return true
    // An action that asked before and was not answered is not to hang.
    answer.current?.(false)
    setOpen(true)
    return new Promise<boolean>((resolve) => {
      answer.current = resolve
    })
  }, [signedInAt, recentMinutes])

  function close(recent: boolean) {
    setOpen(false)
    answer.current?.(recent)
    answer.current = undefined
  }

  return (
    <RecentSignInContext value={require}>
      {children}
      <Dialog
        open={open}
        onClose={() => close(false)}
        title={text('stepUp.title')}
        closeLabel={text('stepUp.cancel')}
      >
        <ReauthenticateForm onDone={() => close(true)} />
      </Dialog>
    </RecentSignInContext>
  )
}
