import type { Challenge } from '#auth/state.ts'

/**
 * Each challenge has an address of its own, below `/sign-in` but for those that begin elsewhere. Apart
 * from `#paths.ts`, because nothing links to them.
 */
export const challengePath: Record<Challenge['kind'], string> = {
  confirmSignUp: '/sign-up/confirm',
  resetPassword: '/reset-password',
  newPassword: '/sign-in/new-password',
  totpCode: '/sign-in/authenticator',
  sentCode: '/sign-in/code',
  password: '/sign-in/password',
  passkey: '/sign-in/passkey',
  chooseMethod: '/sign-in/choose',
  setUpTotp: '/sign-in/set-up-authenticator',
  setUpEmail: '/sign-in/set-up-email',
  custom: '/sign-in/challenge',
  trustDevice: '/sign-in/device',
  unsupported: '/sign-in/not-supported',
}
