import { afterEach, expect, it, vi } from 'vitest'
import { spawnVault } from './spawnVault.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A browser's Worker; without modules, it throws for `type: module`, as some of these browsers do. */
function stubWorker(hasModules: boolean, error: Error = new TypeError('type')) {
  const made: { url: string; options: WorkerOptions }[] = []
  class FakeWorker extends EventTarget {
    onerror: (() => void) | null = null
    constructor(url: string, options: WorkerOptions) {
      super()
      if (options.type === 'module' && !hasModules) throw error
      made.push({ url, options })
    }
  }
  vi.stubGlobal('Worker', FakeWorker)
  return made
}

it('starts a module worker, or a classic one where the browser has no modules', () => {
  const modern = stubWorker(true)
  spawnVault()
  expect(modern).toMatchObject([{ options: { type: 'module', name: 'vault' } }])
  const old = stubWorker(false)
  spawnVault()
  expect(old).toMatchObject([{ options: { name: 'vault' } }])
})

it('tells a browser without workers what is missing', () => {
  const RefusedWorker = vi.fn<() => void>(function refuse() {
    throw new Error('refused')
  })
  vi.stubGlobal('Worker', RefusedWorker)
  const showTooOld = vi.fn<(missing: string[]) => void>()
  vi.stubGlobal('showTooOld', showTooOld)
  expect(spawnVault).toThrow('refused')
  expect(showTooOld).toHaveBeenCalledWith(['Worker'])
})

it('makes a policy that accepts the URL of the vault and no other', () => {
  const made = stubWorker(true)
  let policy: { createScriptURL: (url: string) => string } | undefined
  const trustedTypes = {
    createPolicy: (_: string, rules: { createScriptURL: (url: string) => string }) =>
      (policy = rules),
  }
  vi.stubGlobal('trustedTypes', trustedTypes)
  spawnVault()
  expect(policy?.createScriptURL(made[0]?.url ?? '')).toBe(made[0]?.url)
  expect(() => policy?.createScriptURL('https://evil.example/a.js')).toThrow(TypeError)
})

it.each([
  ['has not arrived', undefined, 'notLoaded'],
  ['has an error', 'x is not defined', 'unexpected'],
])('says that the vault has failed when its worker %s', (_, message, code) => {
  stubWorker(true)
  const worker = spawnVault() as unknown as EventTarget & { onerror: (event: object) => void }
  const heard: unknown[] = []
  worker.addEventListener('message', (event) => heard.push((event as MessageEvent).data))
  worker.onerror({ message })
  expect(heard).toEqual([{ kind: 'failed', code }])
})
