import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { openPage } from '#bench/measuredPage.ts'
import { developmentEnv, root } from '#bench/root.ts'

/**
 * Measures `npm run dev`: from the start of the command to the sign-in form in the document of a browser that was
 * open before, which loads the page as soon as the address is printed.
 *
 * @param cold without Vite's dependency cache and without a state of the local Cognito, as in a fresh clone; else
 *   with both
 * @returns milliseconds
 */
export async function devServer(browser: Browser, cold: boolean): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'))
  const state = join(folder, 'state.json')
  try {
    if (!cold) await start(browser, state, [])
    return await start(browser, state, cold ? ['--force'] : [])
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function start(browser: Browser, state: string, options: string[]): Promise<number> {
  await using opened = await openPage(browser, { cpu: 1, script: 'recordPage' })
  const began = performance.now()
  const child = spawn('npm', ['run', 'dev', '--', ...options], {
    cwd: root,
    env: {
      ...developmentEnv(),
      LOCAL_COGNITO_STATE: state,
      LOCAL_COGNITO_PORT: '0',
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A process group of its own: npm does not pass signals on to Vite.
    detached: true,
  })
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let printed = ''
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        const found = /Local: +(http:\S+)/.exec(printed)?.[1]
        if (found !== undefined) resolve(found)
      })
      child.once('error', reject)
      child.once('exit', (code) => reject(new Error(`npm run dev ended with ${code}`)))
    })
    await opened.page.goto(new URL('/sign-in', address).href, { waitUntil: 'commit' })
    await opened.evaluate('bench.formReady')
    return performance.now() - began
  } finally {
    if (child.pid !== undefined && child.exitCode === null) {
      process.kill(-child.pid, 'SIGTERM')
      await once(child, 'exit')
    }
  }
}
