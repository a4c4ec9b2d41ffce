import { Navigate, Outlet, useLocation } from 'react-router-dom'
import { useAuthState } from '#auth/AuthProvider.tsx'
import { nextPath } from '#paths.ts'

/**
 * Renders its routes for users who are not signed in. Redirects signed-in users to the path in `?next=`, else to
 * the start page, as soon as they are signed in, in this tab or another.
 *
 * @example
 * <Route element={<RequireSignedOut />}>
 *   <Route path="/sign-in" element={<SignInPage />} />
 * </Route>
 */
export function RequireSignedOut() {
  const { status } = useAuthState()
  return status === 'signedIn' ? <RedirectAfterSignIn /> : <Outlet />
}

function RedirectAfterSignIn() {
  const next = new URLSearchParams(useLocation().search).get('next')
  return <Navigate to={nextPath(next)} replace />
}
