import { createContext, use, useSyncExternalStore, type ReactNode } from 'react'
import type { Auth } from './auth.ts'
import type { AuthState, Session } from './state.ts'

const AuthContext = createContext<Auth | undefined>(undefined)

export function AuthProvider({ auth, children }: { auth: Auth; children: ReactNode }) {
  return <AuthContext value={auth}>{children}</AuthContext>
}

/** The commands. Total below `AuthProvider`. */
export function useAuth(): Auth {
  const auth = use(AuthContext)
  if (!auth) throw new Error('useAuth needs an AuthProvider above it')
  return auth
}

/** Where this browser stands with Cognito, live. */
export function useAuthState(): AuthState {
  const auth = useAuth()
  return useSyncExternalStore(auth.subscribe, auth.getState)
}

/** The session. Total below `RequireSignedIn`; elsewhere a programming error. */
export function useSession(): Session {
  const state = useAuthState()
  if (state.status !== 'signedIn') throw new Error('useSession needs a RequireSignedIn above it')
  return state.session
}
