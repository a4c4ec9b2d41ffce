import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'

const installed = dirname(
  createRequire(import.meta.url).resolve('@aws-sdk/client-cognito-identity-provider/package.json'),
)

/** Runs `npm run model:news` with a folder, or without one where no registry is. */
async function modelNews(...given: string[]) {
  const script = new URL('modelNews.ts', import.meta.url).pathname
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...given], {
    env: {
      ...process.env,
      npm_config_registry: 'http://localhost:1/',
      npm_config_fetch_retries: '0',
    },
  })
  return run.then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: unknown) => {
      // `execFile` rejects with these members.
      const { code, stderr } = error as { code: number; stderr: string }
      return { code, text: stderr }
    },
  )
}

it('has no news of the installed version', async () => {
  const { code, text } = await modelNews(installed)
  expect(code).toBe(0)
  expect(text).toContain("Cognito's API model is the same.")
})

it('lists the actions, exceptions, members and values of a newer version', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'newer-sdk-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await cp(join(installed, 'dist-types'), join(folder, 'dist-types'), { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "version": "4.0.0" }')
  const types = join(folder, 'dist-types')
  const edit = async (file: string, from: string, to: string) => {
    const text = await readFile(join(types, file), 'utf8')
    expect(text.includes(from), `${file} has ${from}`).toBe(true)
    await writeFile(join(types, file), text.replace(from, to))
  }
  const signUp = await readFile(join(types, 'commands', 'SignUpCommand.d.ts'), 'utf8')
  const added = signUp.replaceAll(/@throws .*/g, '').replaceAll('SignUp', 'SignAway')
  await writeFile(join(types, 'commands', 'SignAwayCommand.d.ts'), added)
  await edit(
    'commands/GetUserCommand.d.ts',
    '@throws {@link ForbiddenException}',
    '@throws {@link MoonException}',
  )
  await edit('models/enums.d.ts', 'readonly WEB_AUTHN: "WEB_AUTHN";', 'readonly PALM: "PALM";')
  await edit(
    'models/models_1.d.ts',
    'export interface SignUpRequest {',
    'export interface SignUpRequest {\n    Palm: string | undefined;',
  )
  const { code, text } = await modelNews(folder)
  expect(code).toBe(0)
  expect(text).toContain(' to 4.0.0')
  expect(text.split('\n').filter((line) => /^[+-] /.test(line))).toEqual([
    '- action GetUser throws ForbiddenException',
    '+ action GetUser throws MoonException',
    '+ action SignAway',
    '+ member SignUpRequest.Palm: string, required',
    '+ value AuthFactorType: PALM',
    '- value AuthFactorType: WEB_AUTHN',
  ])
})

it.each([
  ['a folder without the SDK', ['/nowhere'], '/nowhere is not a folder of @aws-sdk'],
  ['no registry', [], 'could not be downloaded from the npm registry. Give the folder'],
])('fails with a sentence for %s', async (_, given, sentence) => {
  const { code, text } = await modelNews(...given)
  expect(code).toBe(1)
  expect(text).toContain(sentence)
})
