import { defineConfig } from 'vitest/config'
import viteConfig from './vite.config.ts'

/** Tests that mutation testing runs: those of the mutated folders, without the ones that read the repository itself. */
export default defineConfig((env) => {
  const { test, ...config } = viteConfig(env)
  const common = { extends: true, test: { isolate: false } } as const
  return {
    ...config,
    test: {
      ...test,
      coverage: { enabled: false },
      reporters: [],
      projects: [
        {
          ...common,
          test: {
            ...common.test,
            name: 'node',
            environment: 'node',
            include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
            exclude: ['test/lint/**', 'test/assumptions/**', 'test/captures.test.ts'],
          },
        },
        {
          ...common,
          test: {
            ...common.test,
            name: 'jsdom',
            environment: 'jsdom',
            include: [
              'src/{app,auth,config}/**/*.test.tsx',
              'src/*.test.tsx',
              'test/portal.test.tsx',
            ],
          },
        },
      ],
    },
  }
})
