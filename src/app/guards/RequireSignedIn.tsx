import { use } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router-dom'
import { useAuth, useAuthState } from '#auth/AuthProvider.tsx'
import { paths, signInPath } from '#paths.ts'

/**
 * Everything below may call `useSession()`. Waits for the restored session, so that a signed-in person
 * never sees the sign-in page flash by.
 */
export function RequireSignedIn() {
  use(useAuth().restored)
  const state = useAuthState()
  const location = useLocation()
  if (state.status === 'signedIn') return <Outlet />
  const reason = state.status === 'signedOut' && state.reason
  if (reason === 'accountDeleted') return <Navigate to={paths.goodbye} replace />
  const to = reason === 'signedOutHere' ? paths.signIn : signInPath(location)
  return <Navigate to={to} replace />
}
