import { createHash } from 'node:crypto'
import { build, type Plugin } from 'vite'

const source = '<script type="module" src="/src/start.ts"></script>'

/**
 * Builds `src/start.ts` into a classic script of ES2015, which runs before anything is painted, also in browsers that
 * are too old for the app. Its name has a hash of its content, so that browsers may keep it. The development server
 * serves it as the module that it is.
 */
export function startScript(): Plugin {
  let fileName = ''
  let root = ''
  return {
    name: 'gatehouse:start-script',
    apply: (given, { command }) => command === 'build' && !given.build?.ssr,
    configResolved(config) {
      root = config.root
    },
    async buildStart() {
      const code = await buildScript(root)
      const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8)
      fileName = `assets/start-${hash}.js`
      this.emitFile({ type: 'asset', fileName, source: code })
    },
    transformIndexHtml: {
      // Before Vite looks for the scripts to bundle.
      order: 'pre',
      handler(html) {
        if (!html.includes(source)) throw new Error(`index.html has no ${source}`)
        return html.replace(source, `<script vite-ignore src="/${fileName}"></script>`)
      },
    },
  }
}

async function buildScript(root: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2015',
      rolldownOptions: {
        input: 'src/start.ts',
        output: { format: 'iife', comments: false },
      },
    },
  })
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  const [script] = outputs
  if (script?.type !== 'chunk' || outputs.length > 1) {
    throw new Error('src/start.ts must build into one script')
  }
  return script.code
}
