import { defineConfig, type LaunchOptions, type Project } from '@playwright/test'
import * as chromium from './e2e/engines/chromium.ts'
import * as firefox from './e2e/engines/firefox.ts'

/** A live site: `docs/only-aws-can-prove.md` says what these journeys need of it. */
const target = process.env['E2E_TARGET']

const port = Number(process.env['E2E_PORT'] ?? 4417)

/** Where the gallery is: the portal's port and one. */
const galleryPort = port + 1

/** Tests of the checks themselves, of the gallery and of pictures: a live site has nothing to do with them. */
const notOfLiveSite = target === undefined ? [] : [/(axe|fixtures|gallery\w*|visual)\.spec\.ts/]

/** The main journeys, and the checks that run after each. */
const inFirefox =
  /\/(account|contacts|fixtures|recovery|secondFactor|session|signIn|signUp|siteDataBlocked)\.spec\.ts/

/** Returns no options where the engine is missing: the project that needs it depends on a test that says so. */
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
    // Playwright does not drive this browser, so it would record nothing of it.
    use: { trace: 'off' },
  },
]

export default defineConfig({
  testDir: 'e2e',
  testIgnore: notOfLiveSite,
  // Emptied at each start, so nothing else may be kept in it.
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  expect: {
    timeout: 10_000,
    // In a font as different as DejaVu Serif, 0.09 of a phone differs; a panel or a colour is far more.
    toHaveScreenshot: { maxDiffPixelRatio: 0.15, threshold: 0.3, animations: 'disabled' },
  },
  snapshotPathTemplate: '{testDir}/visual/{arg}{ext}',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: target ?? `http://localhost:${port}`,
    // Its film would be screenshots, many a second: in Firefox they take a quarter of the time.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
  },
  // WebKit visits a copy of the site, which can only be made of one that speaks plain HTTP.
  projects: projects.filter(({ name }) => target === undefined || !name?.startsWith('webkit')),
  webServer:
    target !== undefined
      ? []
      : [
          // What people will get: the production bundle under production headers.
          serve(`npm run build && npm run preview -- --port ${port} --strictPort`, port),
          // Only the development server shows the gallery.
          serve(`npm run dev -- --port ${galleryPort} --strictPort`, galleryPort),
        ],
})
