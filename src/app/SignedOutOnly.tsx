import { Navigate, Outlet, useSearchParams } from 'react-router-dom'
import { useAuthState } from '#auth/AuthProvider.tsx'
import { nextPath } from '#paths.ts'

/** Sends people on as soon as they are signed in, here or in another tab. */
export function SignedOutOnly() {
  const state = useAuthState()
  const [search] = useSearchParams()
  if (state.status === 'signedIn') return <Navigate to={nextPath(search.get('next'))} replace />
  return <Outlet />
}
