import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalS3, startLocalS3 } from './test/localS3.ts'
import { credentials } from './test/deployContext.ts'
import { sampleFiles, withFolder } from './test/sampleBuild.ts'

let local: LocalS3

beforeAll(async () => {
  local = await startLocalS3()
})

afterAll(async () => local.close())

/** Starts the command as npm does, with the real retries. */
function start(folder: string, ...args: string[]) {
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--import', 'tsx', 'deploy/cli.ts', '--endpoint', local.endpoint, ...args],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      env: {
        PATH: process.env['PATH'],
        INIT_CWD: folder,
        AWS_REGION: 'eu-central-1',
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      },
    },
  )
  let output = ''
  child.stdout.on('data', (part) => (output += String(part)))
  child.stderr.on('data', (part) => (output += String(part)))
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }))
  })
  return { child, ended }
}

describe('the command', () => {
  it('explains an interruption by a signal, and continues when it is run again', async () => {
    const bucket = await local.newBucket()
    await withFolder(sampleFiles('A'), async (folder) => {
      const { child, ended } = start(folder, '--dist', '.', '--bucket', bucket)
      local.watch(bucket, {
        async afterWrite({ key }) {
          if (key !== 'start.js' || child.killed) return
          child.kill('SIGTERM')
          // Holds the answer back until the process has ended.
          await ended
        },
      })
      const { code, output } = await ended
      expect(output).toMatch(
        /Interrupted while changing the files beside index\.html \(1 of 3 done\): AbortError: .*\nindex\.html is unchanged \(the previous content\), and everything it needs is there;/,
      )
      expect(code).toBe(1)
      expect((await local.objects(bucket)).has('index.html')).toBe(false)

      const again = await start(folder, '--dist', '.', '--bucket', bucket).ended
      expect(again).toMatchObject({ code: 0 })
      expect(again.output).toMatch(/Release \S+ is live\.\n$/)
      expect((await local.objects(bucket)).has('index.html')).toBe(true)
    })
  })

  it('retries when S3 throttles it', async () => {
    const bucket = await local.newBucket()
    let refusals = 0
    local.watch(bucket, {
      fault: ({ operation }) => {
        if (operation !== 'LIST' || refusals === 2) return undefined
        refusals += 1
        return 'slowDown'
      },
    })
    const { code, output } = await start('.', '--bucket', bucket, '--releases').ended
    expect({ code, output, refusals }).toEqual({
      code: 0,
      output: 'There is no release yet.\n',
      refusals: 2,
    })
  })

  it('prints its help', async () => {
    const { code, output } = await start('.', '--help').ended
    expect(code).toBe(0)
    expect(output).toContain('npm run deploy -- [options]')
  })
})
