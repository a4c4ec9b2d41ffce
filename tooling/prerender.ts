import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { build, type Plugin, type ResolvedConfig } from 'vite'
import { openPrerenderer, prerendererFiles } from '#edge/prerenderer.ts'

/**
 * Builds the prerenderer beside each build, and prerenders its index.html for `public/portal.config.json`. While that
 * names no user pool, as in a fresh clone, index.html stays without a page in it.
 */
export function prerender(): Plugin {
  let config: ResolvedConfig
  let hasFailed = false
  return {
    name: 'gatehouse:prerender',
    apply: (given, { command }) => command === 'build' && !given.build?.ssr,
    configResolved(resolved) {
      config = resolved
    },
    buildEnd(error) {
      hasFailed = error !== undefined
    },
    async closeBundle() {
      // There is nothing to prerender, and a second error would hide the first.
      if (hasFailed) return
      const folder = resolve(config.root, config.build.outDir)
      const indexHtml = join(folder, 'index.html')
      const beside = join(folder, prerendererFiles.indexHtml)
      await mkdir(dirname(beside), { recursive: true })
      await writeFile(beside, await readFile(indexHtml, 'utf8'))
      await buildPrerenderer(config.root, folder)
      const configText = await readFile(join(folder, 'portal.config.json'), 'utf8')
      const prerenderIndex = await openPrerenderer(folder)
      if (prerenderIndex) await writeFile(indexHtml, await prerenderIndex(configText))
    },
  }
}

/** Builds `src/prerender.tsx` into one file without imports, so that it runs wherever the build is copied. */
async function buildPrerenderer(root: string, folder: string): Promise<void> {
  await build({
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: 'src/prerender.tsx',
      outDir: join(folder, dirname(prerendererFiles.module)),
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'prerender.js', codeSplitting: false } },
    },
    ssr: { noExternal: true },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
}
