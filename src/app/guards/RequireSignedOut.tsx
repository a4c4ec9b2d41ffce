import { Navigate, Outlet, useLocation } from 'react-router-dom'
import { useAuthState } from '#auth/AuthProvider.tsx'
import { nextPath } from '#paths.ts'

/** Sends signed-in users to where they wanted to go, as soon as they are signed in, in any tab. */
export function RequireSignedOut() {
  const { status } = useAuthState()
  return status === 'signedIn' ? <RedirectAfterSignIn /> : <Outlet />
}

function RedirectAfterSignIn() {
  const next = new URLSearchParams(useLocation().search).get('next')
  return <Navigate to={nextPath(next)} replace />
}
