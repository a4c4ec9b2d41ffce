import type { TestProject } from 'vitest/node'
import { makeKeys } from '#local-cognito/tokens/keys.ts'
import type { Pool } from '#local-cognito/records.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Shared by the pools of all tests. */
    signingKeys: NonNullable<Pool['keys']>
  }
}

/** Makes a pool's keys once for the whole run: two of RSA take 400 ms, longer than most tests. */
export async function setup(project: TestProject) {
  project.provide('signingKeys', await makeKeys())
}
