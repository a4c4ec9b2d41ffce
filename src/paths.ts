/** Every address of the portal. Nothing else spells one out. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  newPassword: '/sign-in/new-password',
  unsupported: '/sign-in/not-supported',
  signUp: '/sign-up',
  confirmSignUp: '/sign-up/confirm',
  forgotPassword: '/forgot-password',
  resetPassword: '/reset-password',
  account: '/account',
  /** Reachable by members of the `admins` group only. */
  admin: '/admin',
} as const
