import { createContext, use, useSyncExternalStore, type ReactNode } from 'react'
import type { Auth } from './auth.ts'
import type { AuthState, Session } from './state.ts'

const AuthContext = createContext<Auth | undefined>(undefined)

/**
 * Provides the auth state and its commands to the hooks below.
 *
 * @example
 * <AuthProvider auth={createAuth(spawnVault(), options)}><App /></AuthProvider>
 */
export function AuthProvider({ auth, children }: { auth: Auth; children: ReactNode }) {
  return <AuthContext value={auth}>{children}</AuthContext>
}

/**
 * Returns the sign-in commands.
 * @throws {Error} without an `AuthProvider` above.
 */
export function useAuth(): Auth {
  const auth = use(AuthContext)
  if (!auth) throw new Error('useAuth needs an AuthProvider above it')
  return auth
}

/** Returns the current state and renders again at each change. */
export function useAuthState(): AuthState {
  const auth = useAuth()
  return useSyncExternalStore(auth.subscribe, auth.getState)
}

/**
 * Returns the session. Below `RequireSignedIn` it never returns undefined.
 *
 * @throws {Error} where the user is not signed in: the page is not below `RequireSignedIn`.
 * @example
 * const { email, groups, signOut } = useSession()
 */
export function useSession(): Session {
  const state = useAuthState()
  if (state.status !== 'signedIn') throw new Error('useSession needs a RequireSignedIn above it')
  return state.session
}
