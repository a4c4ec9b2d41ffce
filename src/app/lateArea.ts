import { lazyPage } from './lazyPage.ts'

/** What only people meet who are signed in: one chunk, whose parts are named here. */
export const loadSignedIn = () => import('./AccountArea.tsx')

export const AccountArea = lazyPage(loadSignedIn, 'AccountArea')
export const AccountRoutes = lazyPage(loadSignedIn, 'AccountRoutes')
export const AdminRoutes = lazyPage(loadSignedIn, 'AdminRoutes')
export const RedirectAfterSignIn = lazyPage(loadSignedIn, 'RedirectAfterSignIn')
