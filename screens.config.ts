import { defineConfig } from '@playwright/test'
import journeys from './playwright.config.ts'

/** `npm run screens`: takes pictures of every screen and state, into screenshots/. */
export default defineConfig({
  ...journeys,
  testMatch: 'screens.ts',
  timeout: 120_000,
  projects: (journeys.projects ?? []).filter(({ name }) => name?.startsWith('chromium')),
})
