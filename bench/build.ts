import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, loadConfigFromFile, type PluginOption } from 'vite'
import { openPrerenderer } from '#edge/prerenderer.ts'
import { root } from './root.ts'
import type { BenchPool } from './startCognito.ts'

/** Folder of everything that the benchmark builds. */
const output = join(root, 'bench/dist')

const peersFolder = join(root, 'bench/peers')

/** Entry of each peer in `bench/peers/`. */
const peerEntries = {
  amplify: 'amplify',
  'amplify-headless': 'amplifyHeadless',
  'identity-js': 'identityJs',
  'router-query': 'routerQuery',
  'native-floor': 'nativeFloor',
} as const

export type PeerName = keyof typeof peerEntries

/** Installs the packages of the peers, exactly those of their lock file, unless they are there. */
export function installPeers(): void {
  if (existsSync(join(peersFolder, 'node_modules/aws-amplify'))) return
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peersFolder, stdio: 'inherit' })
}

/** Builds a peer as Gatehouse is built: Vite, minified, no source map. @returns its folder */
export async function buildPeer(name: PeerName, pool: BenchPool): Promise<string> {
  const outDir = join(output, name)
  await build({
    root: peersFolder,
    configFile: false,
    logLevel: 'error',
    plugins: [
      react(),
      {
        name: 'bench:peer',
        transformIndexHtml: {
          order: 'pre',
          handler: (html) => html.replace('PEER', peerEntries[name]),
        },
      },
    ],
    // `buffer` in amazon-cognito-identity-js reads Node's `global`.
    define: { global: 'globalThis', benchPool: JSON.stringify(pool) },
    build: { outDir, emptyOutDir: true, modulePreload: false, chunkSizeWarningLimit: 2000 },
  })
  return outDir
}

/** Builds Gatehouse as `npm run build` does, with the config of the benchmark's pool. @returns its folder */
export async function buildGatehouse(pool: BenchPool): Promise<string> {
  const outDir = join(output, 'gatehouse')
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  await prepareGatehouse(outDir, pool)
  return outDir
}

/** Puts a config into a build of Gatehouse, as a deploy does: the settings for the pool, and the page for them. */
async function prepareGatehouse(folder: string, pool: BenchPool): Promise<void> {
  const { endpoint, userPoolId, userPoolClientId } = pool
  const address = `${endpoint}/_local/config?pool=${userPoolId}&client=${userPoolClientId}`
  const config = await (await fetch(address)).text()
  await writeFile(join(folder, 'portal.config.json'), config)
  const prerender = await openPrerenderer(folder)
  if (!prerender) throw new Error(`There is no prerenderer in ${folder}`)
  await writeFile(join(folder, 'index.html'), await prerender(config))
}

/** Builds the account page with its data baked in, by the project's own config. @returns its folder */
export async function buildBaked(): Promise<string> {
  const outDir = join(output, 'baked')
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, undefined, root)
  if (!loaded) throw new Error('There is no vite.config.ts')
  const { config } = loaded
  await build({
    ...config,
    configFile: false,
    root,
    logLevel: 'error',
    plugins: withoutPagePlugins(config.plugins ?? []),
    build: {
      ...config.build,
      outDir,
      emptyOutDir: true,
      // One file of scripts: the page has no other page to share them with.
      rolldownOptions: { input: join(root, 'bench/baked/index.html') },
    },
  })
  return outDir
}

/** The check that nothing of `bench/` is in a build, and what is made for the index.html of the portal. */
const pagePlugins = ['gatehouse:clean-build', 'gatehouse:start-script', 'gatehouse:prerender']

function withoutPagePlugins(plugins: PluginOption[]): PluginOption[] {
  return plugins.filter((plugin) => {
    const name: unknown = plugin && Reflect.get(Object(plugin), 'name')
    return !pagePlugins.some((one) => one === name)
  })
}

/**
 * Writes the sign-in page without its scripts: the drawn page's HTML, with Gatehouse's styles and pictures.
 *
 * @param html of the drawn page
 * @returns its folder
 */
export async function writeStaticForm(html: string, gatehouse: string): Promise<string> {
  const outDir = join(output, 'static-form')
  await rm(outDir, { recursive: true, force: true })
  await mkdir(outDir, { recursive: true })
  await cp(gatehouse, outDir, { recursive: true })
  const withoutScripts = html
    .replaceAll(/<script\b.*?<\/script>/gs, '')
    .replaceAll(/<link rel="(module)?preload"[^>]*>/g, '')
  await writeFile(join(outDir, 'index.html'), `<!doctype html>\n${withoutScripts}`)
  return outDir
}

/** The version of each package that the peers name. */
export async function peerVersions(): Promise<Record<string, string>> {
  const text = await readFile(join(peersFolder, 'package.json'), 'utf8')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the project's own file
  return (JSON.parse(text) as { dependencies: Record<string, string> }).dependencies
}
