import { useEffect, useState } from 'react'
import { useAuth } from '#auth/AuthProvider.tsx'
import { authenticateWithPasskey, cancelPasskeyCeremony } from '#auth/authenticateWithPasskey.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'

/** After the last key: a name that is still being typed is nobody's. */
const typingPauseMs = 600

/** Before the session of what was offered ends, which is three minutes at the least. */
const renewAfterMs = 150_000

/**
 * Puts the passkeys of the name in the field into the browser's list under it. Cognito wants a name before
 * it says what to sign, so there is nothing to offer to somebody unknown. Shows only what went wrong.
 */
export function PasskeyAutofill({ username }: { username: string }) {
  const t = useTranslate()
  const auth = useAuth()
  const [failure, setFailure] = useState<{ error: unknown }>()

  useEffect(() => {
    if (username === '' || !window.PublicKeyCredential?.isConditionalMediationAvailable) return
    let active = true
    const timers = [setTimeout(() => void offer(), typingPauseMs), setInterval(renew, renewAfterMs)]

    async function offer() {
      try {
        const { options } = await auth.offerPasskey({ username, rememberMe: false })
        if (!options || !active) return
        const result = await authenticateWithPasskey(options, { autofill: true })
        if (result.status !== 'authenticated') return
        await auth.signInWithOfferedPasskey({ credential: result.credential })
      } catch (error) {
        setFailure({ error })
      }
    }

    function renew() {
      cancelPasskeyCeremony()
      void offer()
    }

    function stop() {
      active = false
      for (const timer of timers) clearTimeout(timer)
      cancelPasskeyCeremony()
      document.removeEventListener('submit', stop)
    }

    // Whoever sends the form off has another way in mind.
    document.addEventListener('submit', stop)
    return stop
  }, [auth, username])

  if (!failure) return null
  return <Alert tone="error">{authErrorText(failure.error, t).message}</Alert>
}
