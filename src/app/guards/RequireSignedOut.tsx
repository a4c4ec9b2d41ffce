import { useEffect } from 'react'
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router-dom'
import { useAuth, useAuthState } from '#auth/AuthProvider.tsx'
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
  const auth = useAuth()
  const { status } = useAuthState()
  const navigate = useNavigate()
  const to = nextPath(new URLSearchParams(useLocation().search).get('next'))

  // Navigates in the same transition as the state changes in: the old page stays until the next one is there,
  // without an empty one in between.
  useEffect(
    () =>
      auth.subscribe(() => {
        if (auth.getState().status === 'signedIn') void navigate(to, { replace: true })
      }),
    [auth, navigate, to],
  )
  return status === 'signedIn' ? <Navigate to={to} replace /> : <Outlet />
}
