import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { useAuth } from '#auth/AuthProvider.tsx'
import { challengePaths, paths } from '#paths.ts'

/** The history entry of a link in an email has its code, which has been used now. */
const isLink = (pathname: string) => pathname === paths.confirmLink || pathname === paths.resetLink

/**
 * Navigates to the page of each new challenge, once: a user who goes back from it is not sent forward again.
 */
export function FollowChallenge() {
  const auth = useAuth()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const { restored } = auth

  useEffect(() => {
    let unsubscribe = () => {}
    // Ignores a challenge that a reload restored, so that the opened address stays.
    const subscribing = restored.then(
      () => {
        unsubscribe = auth.subscribe(() => {
          const state = auth.getState()
          if (state.status !== 'challenge') return
          const to = challengePaths[state.challenge.kind]
          if (to !== pathname)
            void navigate({ pathname: to, search }, { replace: isLink(pathname) })
        })
      },
      () => {
        // The vault did not start: the guard or form that needs it shows the error.
      },
    )
    return () => void subscribing.then(() => unsubscribe())
  }, [auth, restored, navigate, pathname, search])
  return null
}
