import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { localCognito } from './local-cognito/adapters/vite.ts'
import { buildTarget } from './tooling/browsers.ts'
import { cleanBuild } from './tooling/cleanBuild.ts'
import { gallery } from './tooling/gallery.ts'
import { plainImports } from './tooling/plainImports.ts'
import { cloudFrontPreview } from './edge/cloudFrontPreview.ts'
import { sampleApi } from './sample-api/plugin.ts'

const cognito = localCognito()
const clean = cleanBuild()

/** The package names its development build for every condition; a production build takes the other. */
const reactRouter = fileURLToPath(
  new URL('./node_modules/react-router/dist/production', import.meta.url),
)

export default defineConfig(({ command }) => ({
  // In this order: what the local Cognito answers in a preview passes through the production headers.
  plugins: [
    react(),
    plainImports(),
    // Before these headers: an API has its own.
    sampleApi(() => cognito.api.endpoint()),
    cloudFrontPreview(() => cognito.api.endpoint()),
    cognito,
    gallery(),
    clean.page,
  ],
  resolve: {
    alias:
      command === 'build'
        ? [
            { find: /^react-router$/, replacement: `${reactRouter}/index.mjs` },
            { find: /^react-router\/dom$/, replacement: `${reactRouter}/dom-export.mjs` },
          ]
        : [],
  },
  // Found late, these would make the first sign-in of a fresh clone reload the page.
  optimizeDeps: {
    include: [
      '@tanstack/react-query',
      'amazon-cognito-identity-js/es/AuthenticationHelper',
      'amazon-cognito-identity-js/es/BigInteger',
      'amazon-cognito-identity-js/es/DateHelper',
    ],
  },
  // amazon-cognito-identity-js brings buffer@4, which reads Node's `global` (page and worker alike).
  define: { global: 'globalThis' },
  build: {
    target: buildTarget,
    // The CSP admits no `data:` address, so nothing may be inlined.
    assetsInlineLimit: 0,
    // Neither earns its bytes in the first load: what the entry needs is one chunk, pages are small.
    modulePreload: false,
    cssCodeSplit: false,
    sourcemap: false,
    rolldownOptions: {
      output: {
        // The entry with everything it imports as one chunk, which compresses better than a dozen.
        codeSplitting: { groups: [{ name: 'main', test: /src\/main\.tsx$/ }] },
        comments: false,
      },
    },
  },
  worker: {
    format: 'es',
    plugins: () => [clean.worker()],
    // One file. WebKit evaluates a worker's entry a second time when a chunk imports it, so there must be
    // no chunk that could (`tooling/builtFiles.test.ts`).
    rolldownOptions: { output: { comments: false, codeSplitting: false } },
  },
  preview: { cors: false },
  test: {
    // The suffix says where a test runs: `.test.ts` in Node, `.test.tsx` in a (simulated) page.
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{src,local-cognito,sample-api,test,tooling,edge,bench}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['{src,local-cognito,sample-api,test,tooling,edge,bench}/**/*.test.tsx'],
        },
      },
    ],
    setupFiles: ['test/setup.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
    // SRP with the named library takes its time on a busy machine.
    testTimeout: 30_000,
    // The lock file pins an SDK that runs on this Node.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    // Its es/ folder is ESM in .js files of a package without `type: module`: Node cannot import it.
    server: { deps: { inline: ['amazon-cognito-identity-js'] } },
  },
}))
