import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { build } from 'vite'
import { atEndOfFile } from './endOfFile.ts'

let bundled: string | undefined

/**
 * Bundles the command line for this test file, in a `beforeAll`: loading 200 files through tsx takes 2 s of CPU
 * at each start.
 */
export async function bundleCognito(): Promise<void> {
  const outDir = await mkdtemp(join(tmpdir(), 'gatehouse-cognito-'))
  await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: 'local-cognito/adapters/cli.ts',
      outDir,
      rolldownOptions: { output: { entryFileNames: 'cli.mjs' } },
    },
  })
  bundled = join(outDir, 'cli.mjs')
  atEndOfFile(() => {
    bundled = undefined
    rmSync(outDir, { recursive: true })
  })
}

/** Runs the command-line local Cognito as a process of its own, as `npm run cognito` does. */
export function spawnCognito(given: string[], environment: Record<string, string> = {}) {
  if (bundled === undefined) throw new Error('bundleCognito() comes first')
  const child = spawn(process.execPath, [bundled, ...given], {
    env: { ...process.env, NODE_ENV: 'test', ...environment },
    stdio: 'pipe',
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const ended = once(child, 'close')

  /** Kills the process, by default as a power cut would. */
  async function kill(signal: NodeJS.Signals = 'SIGKILL') {
    child.kill(signal)
    await ended
  }

  /** Resolves to the address once the server reports that it is ready. */
  async function ready() {
    for (;;) {
      const origin = /^Local Cognito ready on (http:\/\/localhost:\d+)$/m.exec(output)?.[1]
      if (origin) return origin
      if (child.exitCode !== null) throw new Error(`It ended: ${output}${errors}`)
      await delay(5)
    }
  }

  return {
    ready,
    kill,
    ended: async () => {
      await ended
      return { code: child.exitCode, output, errors }
    },
    output: () => output,
    [Symbol.asyncDispose]: () => kill(),
  }
}
