import { fileURLToPath } from 'node:url'

/** Path of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Variables for a process of development: Vite sets NODE_ENV for all of this one when it builds. */
export function developmentEnv(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, ...others } = process.env
  return others
}
