import { availableParallelism } from 'node:os'
import { defineConfig, type LaunchOptions, type Project } from '@playwright/test'
import * as chromium from './e2e/engines/chromium.ts'
import * as firefox from './e2e/engines/firefox.ts'

/** Address of a deployed site; `docs/only-aws-can-prove.md` says what the tests need there. */
const target = process.env['E2E_TARGET']

const port = Number(process.env['E2E_PORT'] ?? 4417)

/** Port of the gallery: the one after the portal's. */
const galleryPort = port + 1

/** Tests of the checks, the gallery and the snapshots, which do not concern a deployed site. */
const notOfLiveSite = target === undefined ? [] : [/(axe|fixtures|gallery\w*|visual)\.spec\.ts/]

/** Main sign-in and account tests, and tests of the checks that run after each. */
const inFirefox =
  /\/(account|contacts|fixtures|recovery|secondFactor|session|signIn|signUp|siteDataBlocked)\.spec\.ts/

/** Returns no options if the engine is missing: its project depends on a setup test that reports it. */
function ifInstalled(launchOptions: () => LaunchOptions): LaunchOptions {
  try {
    return launchOptions()
  } catch {
    return {}
  }
}

function serve(command: string, at: number) {
  return {
    command,
    url: `http://localhost:${at}/portal.config.json`,
    env: { LOCAL_COGNITO_STATE: 'memory', LOCAL_COGNITO_KEYS: 'shared' },
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  } as const
}

const projects: Project[] = [
  { name: 'chromium is installed', testMatch: 'engines/chromium.setup.ts' },
  {
    name: 'chromium',
    testIgnore: ['webkit/**', ...notOfLiveSite],
    dependencies: ['chromium is installed'],
    use: { browserName: 'chromium', launchOptions: ifInstalled(chromium.launchOptions) },
  },
  { name: 'firefox is installed', testMatch: 'engines/firefox.setup.ts' },
  {
    name: 'firefox',
    testMatch: inFirefox,
    testIgnore: ['webkit/**', ...notOfLiveSite],
    dependencies: ['firefox is installed'],
    use: {
      browserName: 'firefox',
      launchOptions: ifInstalled(firefox.launchOptions),
    },
  },
  { name: 'webkit is installed', testMatch: 'engines/webkit.setup.ts' },
  {
    name: 'webkit',
    testDir: 'e2e/webkit',
    dependencies: ['webkit is installed'],
  },
]

export default defineConfig({
  testDir: 'e2e',
  testIgnore: notOfLiveSite,
  // Playwright empties this folder at each start.
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: Math.max(2, availableParallelism()),
  timeout: 30_000,
  expect: {
    timeout: 10_000,
    // Another font (DejaVu Serif) changes 0.09 of a phone's pixels; a panel or a colour changes far more.
    toHaveScreenshot: { maxDiffPixelRatio: 0.15, threshold: 0.3, animations: 'disabled' },
  },
  snapshotPathTemplate: '{testDir}/visual/{arg}{ext}',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: target ?? `http://localhost:${port}`,
    // Each frame of an animation costs as much as a test's request. Tests of motion ask for it.
    contextOptions: { reducedMotion: 'reduce' },
    // A failure leaves a screenshot and the page as a screen reader has it. For a trace, which costs a tenth of the
    // time: `--trace retain-on-failure`.
    screenshot: 'only-on-failure',
  },
  // WebKit opens the site through a proxy (e2e/webkit/serveWithConfig.ts), which needs plain HTTP.
  projects: projects.filter(({ name }) => target === undefined || !name?.startsWith('webkit')),
  webServer:
    target !== undefined
      ? []
      : [
          // The production bundle with the production headers.
          serve(`npm run build && npm run preview -- --port ${port} --strictPort`, port),
          // Only the development server shows the gallery.
          serve(`npm run dev -- --port ${galleryPort} --strictPort`, galleryPort),
        ],
})
