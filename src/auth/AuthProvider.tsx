import {
  createContext,
  startTransition,
  use,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import type { Auth } from './auth.ts'
import type { AuthState, Session } from './state.ts'

interface AuthContextValue {
  auth: Auth
  state: AuthState
}

const AuthContext = createContext<AuthContextValue | undefined>(undefined)

/**
 * Provides `auth` and its state to everything below.
 *
 * State changes are transitions: if the next page is not loaded yet, the current page stays, with its
 * pending button, until it is. The first state, of a restored session, is set at once, so that a guard
 * that waited for `auth.restored` never decides by the state before it.
 *
 * @example
 * <AuthProvider auth={createAuth(spawnVault(), options)}><App /></AuthProvider>
 */
export function AuthProvider({ auth, children }: { auth: Auth; children: ReactNode }) {
  const [state, setState] = useState(auth.getState)

  useEffect(() => {
    let isRestored = false
    const finishRestoring = () => {
      isRestored = true
    }
    auth.restored.then(finishRestoring, finishRestoring)
    const update = () => setState(auth.getState())
    // Catches up with changes between the first render and this effect.
    update()
    return auth.subscribe(() => (isRestored ? startTransition(update) : update()))
  }, [auth])

  const value = useMemo(() => ({ auth, state }), [auth, state])
  return <AuthContext value={value}>{children}</AuthContext>
}

function useAuthContext(): AuthContextValue {
  const value = use(AuthContext)
  if (!value) throw new Error('useAuth needs an AuthProvider above it')
  return value
}

/** Returns the commands. @throws {Error} outside of an `AuthProvider`. */
export function useAuth(): Auth {
  return useAuthContext().auth
}

/** Returns the current state, and renders again when it changes. @throws {Error} outside of an `AuthProvider`. */
export function useAuthState(): AuthState {
  return useAuthContext().state
}

/**
 * Returns the session of the signed-in user. Below `RequireSignedIn` there always is one.
 *
 * @throws {Error} where nobody is signed in.
 * @example
 * const { email, fetch } = useSession()
 */
export function useSession(): Session {
  const state = useAuthState()
  if (state.status !== 'signedIn') throw new Error('useSession needs a RequireSignedIn above it')
  return state.session
}
