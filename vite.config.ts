import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { localCognito } from './local-cognito/adapters/vite.ts'
import { productionAnswers } from './infra/productionAnswers.ts'

const cognito = localCognito()

export default defineConfig({
  // In this order: what the local Cognito answers in a preview passes through the production headers.
  plugins: [react(), productionAnswers(cognito.api.endpoint), cognito],
  // amazon-cognito-identity-js brings buffer@4, which reads Node's `global` (page and worker alike).
  define: { global: 'globalThis' },
  build: {
    target: 'es2022',
    // The CSP admits no `data:` address, so nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    manifest: '.vite/manifest.json',
  },
  worker: { format: 'es' },
  preview: { cors: false },
  test: {
    // The suffix says where a test runs: `.test.ts` in Node, `.test.tsx` in a (simulated) page.
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{src,local-cognito,test,infra,bench}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['{src,local-cognito,test,infra,bench}/**/*.test.tsx'],
        },
      },
    ],
    setupFiles: ['test/setup.ts'],
    // Its es/ folder is ESM in .js files of a package without `type: module`: Node cannot import it.
    server: { deps: { inline: ['amazon-cognito-identity-js'] } },
  },
})
