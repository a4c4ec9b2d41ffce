import { invalidParameter } from '#local-cognito/errors.ts'
import type { Flow } from './flow.ts'

/** Those that take IAM credentials belong to AdminInitiateAuth. */
export const adminOnly: Flow = {
  checkAllowed() {
    throw invalidParameter('Initiate Auth method not supported.')
  },
  start: () => Promise.reject(invalidParameter('Initiate Auth method not supported.')),
}
