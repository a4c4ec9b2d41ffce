import { useEffect, useState } from 'react'
import { useAuth } from '#auth/AuthProvider.tsx'
import { authenticateWithPasskey, cancelPasskeyCeremony } from '#auth/authenticateWithPasskey.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'

/** Pause after the last key, so that no request is sent for an incomplete name. */
const typingPauseMs = 600

/** Shorter than the challenge's session, which lasts at least three minutes. */
const renewAfterMs = 150_000

/**
 * Offers the user's passkeys in the browser's autofill list of the username field. Needs a username, because
 * Cognito returns WebAuthn options only for a named user. Renders only errors.
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
        if (!active) return
        // Not repeated: Cognito may have sent a code instead.
        if (!options) return stop()
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

    // Submitting the form starts another sign-in method.
    document.addEventListener('submit', stop)
    return stop
  }, [auth, username])

  if (!failure) return null
  return <Alert tone="error">{authErrorText(failure.error, t).message}</Alert>
}
