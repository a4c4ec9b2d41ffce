import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import type { Challenge } from '#auth/state.ts'
import { useAuth } from '#auth/AuthProvider.tsx'
import { paths } from '#paths.ts'

/**
 * Goes to the address of each challenge as it is posed, and only then: a person who goes back from it
 * is not dragged forward again.
 */
export function FollowChallenge() {
  const auth = useAuth()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()

  useEffect(() => {
    let unsubscribe = () => {}
    // What a reload restored is not posed anew: the address the person opened stands.
    const subscribing = auth.restored.then(follow, () => {
      // A vault that did not start poses nothing. Who needs it, a guard or a form, says so.
    })

    function follow() {
      unsubscribe = auth.subscribe(() => {
        const state = auth.getState()
        if (state.status !== 'challenge') return
        void goTo(state.challenge.kind)
      })
    }

    async function goTo(kind: Challenge['kind']) {
      const to = await import('./challengePath.ts').then(
        ({ challengePath }) => challengePath[kind],
        // Nor will its page load: there, that is said and can be tried again.
        () => `${paths.signIn}/next`,
      )
      if (to !== pathname) await navigate({ pathname: to, search })
    }

    return () => void subscribing.then(() => unsubscribe())
  }, [auth, navigate, pathname, search])
  return null
}
