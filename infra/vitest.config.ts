import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '../test-results/infra.json' }]],
    testTimeout: 60_000,
    // Covers the build and the browser start of openPages.test.ts.
    hookTimeout: 60_000,
    // Importing CDK and the AWS SDK takes seconds, so test files share their modules.
    isolate: false,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
})
