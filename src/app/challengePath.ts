import type { Challenge } from '#auth/state.ts'
import { paths } from '#paths.ts'

/** Each challenge has an address of its own. */
export const challengePath: Record<Challenge['kind'], string> = {
  confirmSignUp: paths.confirmSignUp,
  resetPassword: paths.resetPassword,
  newPassword: paths.newPassword,
  unsupported: paths.unsupported,
}
