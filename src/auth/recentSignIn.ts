import { createContext, use } from 'react'
import { AuthError } from './errors.ts'

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

/**
 * Returns a function that runs a sensitive action. Where the vault refuses it, because the last sign-in was too long
 * ago, asks the user to re-authenticate, and runs it once more.
 *
 * @throws whatever the action throws; AuthError `recentSignInRequired` if the user closes the dialog.
 * @example
 * const withRecentSignIn = useWithRecentSignIn()
 * await withRecentSignIn(() => session.deleteUser())
 */
export function useWithRecentSignIn(): <Result>(action: () => Promise<Result>) => Promise<Result> {
  const requireRecentSignIn = useRequireRecentSignIn()
  return async (action) => {
    try {
      return await action()
    } catch (error) {
      const isRefused = error instanceof AuthError && error.code === 'recentSignInRequired'
      if (!isRefused || !(await requireRecentSignIn())) throw error
      return action()
    }
  }
}
