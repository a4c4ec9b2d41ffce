import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openPrerenderer } from './prerenderer.ts'

const config = (region: string) =>
  JSON.stringify({
    cognito: { region, userPoolId: 'eu-west-1_AbCdEfGhI', userPoolClientId: '1example23456789' },
  })

async function makeBuild(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-prerenderer-'))
  onTestFinished(async () => rm(folder, { recursive: true }))
  await mkdir(join(folder, '.vite'))
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, '.vite', name), text)
  }
  return folder
}

it('returns the page for a config, once for each, and none for an invalid one', async () => {
  const folder = await makeBuild({
    'index.html': '<!doctype html>',
    'prerender.js':
      'let made = 0; export const prerender = async (html, config) => html + JSON.parse(config).cognito.region + ++made',
  })
  const prerender = await openPrerenderer(folder)
  expect(await prerender?.(config('eu-west-1'))).toBe('<!doctype html>eu-west-11')
  expect(await prerender?.(config('eu-west-1'))).toBe('<!doctype html>eu-west-11')
  // The portal itself then says what to fix.
  expect(await prerender?.(config('nowhere'))).toBe('<!doctype html>')
  expect(await prerender?.('no JSON')).toBe('<!doctype html>')
})

it('is not there for a build without one', async () => {
  expect(await openPrerenderer(await makeBuild({}))).toBeUndefined()
})
