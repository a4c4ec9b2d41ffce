import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { localCognito } from './local-cognito/adapters/vite.ts'
import { buildTarget } from './tooling/browsers.ts'
import { cleanBuild } from './tooling/cleanBuild.ts'
import { fastTests } from './tooling/fastTests.ts'
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

/** The SRP library's own arithmetic is ten times slower (docs/decisions/0019-native-arithmetic.md). */
const nativeArithmetic = {
  // As the library's `AuthenticationHelper` names it; no other package has such a file.
  find: /^\.\/BigInteger$/,
  replacement: fileURLToPath(new URL('./src/vault/srp/bigInteger.ts', import.meta.url)),
}

/** Test files with this ending: all, or in the mode of `npm run test:fast` the fast ones. */
const tests = (ending: '.test.ts' | '.test.tsx', mode: string) =>
  mode === 'fast'
    ? fastTests().filter((file) => file.endsWith(ending))
    : [`{src,local-cognito,sample-api,test,tooling,edge,bench}/**/*${ending}`]

export default defineConfig(({ command, mode }) => ({
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
    alias: [
      nativeArithmetic,
      ...(command === 'build'
        ? [
            { find: /^react-router$/, replacement: `${reactRouter}/index.mjs` },
            { find: /^react-router\/dom$/, replacement: `${reactRouter}/dom-export.mjs` },
          ]
        : []),
    ],
  },
  optimizeDeps: {
    // Bundled, the library would have a second copy of `bigInteger.ts`, and take no number of the first.
    exclude: ['amazon-cognito-identity-js'],
    // Found late, these would make the first sign-in of a fresh clone reload the page.
    include: [
      '@tanstack/react-query',
      'amazon-cognito-identity-js > buffer',
      'amazon-cognito-identity-js > @aws-crypto/sha256-js',
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
        // Few, whole chunks: each group takes what it imports and an earlier one has not taken. Each further
        // page of the account is a chunk of its own.
        codeSplitting: {
          groups: [
            { name: 'main', test: /src\/main\.tsx$/, priority: 3 },
            {
              name: 'steps',
              test: /src\/(app\/stepPages|sign-in\/PasskeyAutofill)\.tsx$/,
              priority: 2,
            },
            { name: 'account', test: /src\/app\/AccountArea\.tsx$/, priority: 1 },
            { name: 'account-shared', test: /src\//, minShareCount: 2 },
          ],
        },
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
          include: tests('.test.ts', mode),
          exclude: ['local-cognito/test/conformance/**'],
          // A file's modules take longer to load than most files' tests. `test/support/setup.ts` cleans up between files.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          // AWS's own clients, whose modules keep state.
          name: 'conformance',
          environment: 'node',
          include: mode === 'fast' ? [] : ['local-cognito/test/conformance/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: tests('.test.tsx', mode),
          isolate: false,
        },
      },
    ],
    setupFiles: ['test/support/setup.ts'],
    globalSetup: ['test/support/signingKeys.ts'],
    // On a small machine Vitest would leave one core to itself.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
    // A whole portal takes its time on a busy machine.
    testTimeout: 30_000,
    // Some of them build.
    hookTimeout: 60_000,
    // The lock file pins an SDK that runs on this Node.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    // Its es/ folder is ESM in .js files of a package without `type: module`: Node cannot import it.
    server: { deps: { inline: ['amazon-cognito-identity-js'] } },
  },
}))
