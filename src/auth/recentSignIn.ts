import { createContext, use } from 'react'

/**
 * Asks, where it has been a while, whether this is still the person who signed in.
 *
 * @returns whether it is: true at once after a recent sign-in, else what came of the dialog.
 */
export type RequireRecentSignIn = () => Promise<boolean>

export const RecentSignInContext = createContext<RequireRecentSignIn | undefined>(undefined)

/**
 * Gives the call to make before an action that a stranger at an unlocked screen must not do:
 * `if (await requireRecentSignIn()) ...`. Total below `RequireSignedIn`.
 */
export function useRequireRecentSignIn(): RequireRecentSignIn {
  const require = use(RecentSignInContext)
  if (!require) throw new Error('useRequireRecentSignIn needs a RecentSignIn above it')
  return require
}
