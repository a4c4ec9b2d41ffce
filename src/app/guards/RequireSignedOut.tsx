import { Outlet } from 'react-router-dom'
import { useAuthState } from '#auth/AuthProvider.tsx'
import { RedirectAfterSignIn } from '#app/lateArea.ts'

/** Sends people on as soon as they are signed in, here or in another tab. */
export function RequireSignedOut() {
  const state = useAuthState()
  return state.status === 'signedIn' ? <RedirectAfterSignIn /> : <Outlet />
}
