import { Outlet } from 'react-router-dom'
import { useAuthState } from '#auth/AuthProvider.tsx'
import { GoOn } from './lateArea.ts'

/** Sends people on as soon as they are signed in, here or in another tab. */
export function SignedOutOnly() {
  const state = useAuthState()
  return state.status === 'signedIn' ? <GoOn /> : <Outlet />
}
