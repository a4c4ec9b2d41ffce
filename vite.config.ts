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
import { prerender } from './tooling/prerender.ts'
import { smallRouter } from './tooling/smallRouter.ts'
import { startScript } from './tooling/startScript.ts'
import { cloudFrontPreview } from './edge/cloudFrontPreview.ts'
import { sampleApi } from './sample-api/plugin.ts'

const cognito = localCognito()
const clean = cleanBuild()

/** Production build of a package whose exports name the development build for every condition. */
const reactRouter = fileURLToPath(
  new URL('./node_modules/react-router/dist/production', import.meta.url),
)

/** Replaces the SRP library's arithmetic, which is ten times slower (docs/decisions/0019-native-arithmetic.md). */
const nativeArithmetic = {
  // The path in the library's `AuthenticationHelper`; no other package has such a file.
  find: /^\.\/BigInteger$/,
  replacement: fileURLToPath(new URL('./src/vault/srp/bigInteger.ts', import.meta.url)),
}

/** Replaces the library's `buffer`, a fifth of the vault; nothing else that is built imports a package of that name. */
const nativeBytes = {
  find: /^buffer$/,
  replacement: fileURLToPath(new URL('./src/vault/srp/bytes.ts', import.meta.url)),
}

/** Lists the test files with this ending; in the mode of `npm run test:fast` only the fast ones. */
const tests = (ending: '.test.ts' | '.test.tsx', mode: string) =>
  mode === 'fast'
    ? fastTests().filter((file) => file.endsWith(ending))
    : [`{src,local-cognito,sample-api,test,tooling,edge,doctor,bench}/**/*${ending}`]

export default defineConfig(({ command, mode }) => ({
  // In this order, so that responses of the local Cognito in a preview get the production headers.
  plugins: [
    react(),
    plainImports(),
    smallRouter(),
    // Before the headers, because the API sets its own.
    sampleApi(() => cognito.api.endpoint()),
    cloudFrontPreview(cognito.api),
    cognito,
    gallery(),
    clean.page,
    startScript(),
    prerender(),
  ],
  resolve: {
    alias: [
      nativeArithmetic,
      nativeBytes,
      ...(command === 'build'
        ? [
            { find: /^react-router$/, replacement: `${reactRouter}/index.mjs` },
            { find: /^react-router\/dom$/, replacement: `${reactRouter}/dom-export.mjs` },
          ]
        : []),
    ],
  },
  optimizeDeps: {
    // Pre-bundled, the library would have a second copy of `bigInteger.ts`, and reject numbers of the first.
    exclude: ['amazon-cognito-identity-js'],
    // Listed, because their late discovery would reload the page at the first sign-in of a fresh clone.
    include: ['@tanstack/react-query', 'amazon-cognito-identity-js > @aws-crypto/sha256-js'],
  },
  // amazon-cognito-identity-js reads Node's `global` (page and worker alike).
  define: { global: 'globalThis' },
  build: {
    target: buildTarget,
    // The CSP allows no `data:` URL, so nothing may be inlined.
    assetsInlineLimit: 0,
    // Both cost more bytes in the first load than they save: the entry needs one chunk, and pages are small.
    modulePreload: false,
    cssCodeSplit: false,
    sourcemap: false,
    rolldownOptions: {
      treeshake: {
        // Only declarations, as its package does not say: a chunk gets those that it uses.
        moduleSideEffects: [{ test: /@simplewebauthn\/browser/, sideEffects: false }],
      },
      output: {
        // Few, whole chunks: each group takes its imports that no earlier group has taken. Each further
        // page of the account is a chunk of its own.
        codeSplitting: {
          groups: [
            // Changes less often than the app, and is evaluated in a task of its own.
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler)\//,
              priority: 4,
            },
            { name: 'main', test: /src\/main\.tsx$/, priority: 3 },
            {
              name: 'steps',
              test: /src\/(app\/stepPages|sign-in\/PasskeyAutofill)\.tsx$/,
              priority: 2,
            },
            { name: 'account', test: /src\/app\/AccountArea\.tsx$/, priority: 1 },
            // What few visits show, fetched when the browser is idle.
            {
              name: 'notices',
              test: /src\/(account\/session-end\/SessionNotices|app\/layouts\/OfflineBanner)\.tsx$/,
              priority: 0.5,
            },
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
  // Transforms them while the browser starts.
  server: { warmup: { clientFiles: ['./src/main.tsx', './src/vault/worker.ts'] } },
  preview: { cors: false },
  test: {
    // `.test.ts` runs in Node, `.test.tsx` in a simulated page.
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: tests('.test.ts', mode),
          exclude: ['local-cognito/test/conformance/**'],
          // Modules load longer than most tests run. `test/support/setup.ts` cleans up between files.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          // Clients of AWS, whose modules keep state.
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
    // With `--coverage`, as `npm test` runs. The two parts on which security hangs.
    coverage: {
      provider: 'v8',
      include: ['src/{auth,vault}/**/*.ts?(x)'],
      // Only a browser runs the entry of the worker.
      exclude: ['**/*.test.ts?(x)', 'src/vault/worker.ts'],
      reporter: ['text-summary', 'html', 'json'],
      reportOnFailure: true,
      thresholds: { lines: 98, branches: 95 },
    },
    setupFiles: ['test/support/setup.ts'],
    globalSetup: ['test/support/signingKeys.ts'],
    // On a small machine, Vitest would leave one core unused.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
    // Rendering the whole portal is slow on a busy machine.
    testTimeout: 30_000,
    // Some of these tests run a build.
    hookTimeout: 60_000,
    // The lock file pins an SDK that runs on this Node.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    // Its es/ folder is ESM in .js files of a package without `type: module`: Node cannot import it.
    server: { deps: { inline: ['amazon-cognito-identity-js'] } },
  },
}))
