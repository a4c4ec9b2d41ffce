import { createContext, use } from 'react'

/**
 * Asks the user to re-authenticate if their last sign-in was too long ago.
 *
 * @returns true at once after a recent sign-in; else whether the user has re-authenticated in the dialog.
 */
export type RequireRecentSignIn = () => Promise<boolean>

export const RecentSignInContext = createContext<RequireRecentSignIn | undefined>(undefined)

/**
 * Returns a function that asks the user to re-authenticate before a sensitive action.
 *
 * @throws {Error} without a `RecentSignInContext` above; every page below `RequireSignedIn` has one.
 * @example
 * const requireRecentSignIn = useRequireRecentSignIn()
 * if (await requireRecentSignIn()) await deleteEverything()
 */
export function useRequireRecentSignIn(): RequireRecentSignIn {
  const requireRecentSignIn = use(RecentSignInContext)
  if (!requireRecentSignIn) {
    throw new Error('useRequireRecentSignIn needs a RecentSignInContext above it')
  }
  return requireRecentSignIn
}
