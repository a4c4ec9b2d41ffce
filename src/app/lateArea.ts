import { late } from '#late/late.ts'

/** What only people meet who are signed in: one chunk, whose parts are named here. */
export const loadSignedIn = () => import('./SignedInArea.tsx')

export const SignedInArea = late(loadSignedIn, 'SignedInArea')
export const AccountRoutes = late(loadSignedIn, 'AccountRoutes')
export const AdminRoutes = late(loadSignedIn, 'AdminRoutes')
export const GoOn = late(loadSignedIn, 'GoOn')
