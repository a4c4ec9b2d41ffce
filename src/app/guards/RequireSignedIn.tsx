import { use } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router-dom'
import { useAuth, useAuthState } from '#auth/AuthProvider.tsx'
import { paths, signInPath } from '#paths.ts'

/**
 * Renders its routes for signed-in users: everything below may call `useSession()`. Redirects others to the
 * sign-in page, with their address as `?next=` unless they have just signed out here, or after the deletion of
 * the account to AccountDeletedPage. Suspends until the session is restored, so that the sign-in page does not
 * flash.
 *
 * @throws during render, if the vault did not start; ErrorBoundary shows the error.
 *
 * @example
 * <Route element={<RequireSignedIn />}>
 *   <Route path="/orders" element={<OrdersPage />} />
 * </Route>
 */
export function RequireSignedIn() {
  use(useAuth().restored)
  const state = useAuthState()
  const location = useLocation()
  if (state.status === 'signedIn') return <Outlet />
  const reason = state.status === 'signedOut' && state.reason
  if (reason === 'accountDeleted') return <Navigate to={paths.accountDeleted} replace />
  const to = reason === 'signedOutHere' ? paths.signIn : signInPath(location)
  return <Navigate to={to} replace />
}
