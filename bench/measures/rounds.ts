import type { Browser } from '@playwright/test'
import type { Figure } from '#bench/results.ts'
import type { Site, SiteName } from '#bench/sites.ts'
import { accountPages, reload } from './accountPage.ts'
import { firstPaint } from './firstPaint.ts'
import { formUsable } from './formUsable.ts'
import { profile } from './profile.ts'
import { signIn } from './signIn.ts'

interface Surroundings {
  browser: Browser
  cognito: { endpoint: string }
}

/** A measure that every page of `sites` goes through in each round. */
interface Measure {
  sites: readonly SiteName[]
  run: (site: Site, to: Surroundings) => Promise<Partial<Record<Figure, number>>>
}

export type MeasureName =
  | 'first-paint'
  | 'profile'
  | 'form-usable'
  | 'sign-in-1x'
  | 'sign-in-4x'
  | 'reload'
  | 'account-pages'

const signInSites = [
  'amplify',
  'amplify-headless',
  'identity-js',
  'native-floor',
  'gatehouse',
] as const
const formSites = [...signInSites, 'router-query'] as const
const paintSites = [...formSites, 'static-form'] as const

/** The measures in rounds, by the name for `--only`. */
export const measures: Record<MeasureName, Measure> = {
  'first-paint': {
    sites: paintSites,
    run: async (site, { browser }) => ({
      paint1: await firstPaint(browser, site, { cpu: 1 }),
      paint4: await firstPaint(browser, site, { cpu: 4 }),
      paint4slow: await firstPaint(browser, site, { cpu: 4, slow: true }),
    }),
  },
  profile: {
    sites: ['amplify', 'router-query', 'static-form', 'gatehouse'],
    async run(site, { browser }) {
      const found = await profile(browser, site)
      return {
        profileHtml: found.html,
        profileCompile: found.compile,
        profileScript: found.script,
        profileStyle: found.style,
        profilePaint: found.paint,
        profileOther: found.other,
        profileIdle: found.idle,
      }
    },
  },
  'form-usable': {
    sites: formSites,
    run: async (site, { browser, cognito }) => ({
      usable: await formUsable(browser, site, cognito),
    }),
  },
  'sign-in-1x': {
    sites: signInSites,
    run: async (site, { browser }) => ({ click1: (await signIn(browser, site, 1)).clickToDrawn }),
  },
  'sign-in-4x': {
    sites: signInSites,
    async run(site, { browser }) {
      const found = await signIn(browser, site, 4)
      return {
        click4: found.clickToDrawn,
        // The vault's arithmetic is in a worker, which Chromium does not slow down.
        click4worker: found.clickToDrawn + (site.name === 'gatehouse' ? 3 * found.proof : 0),
        proof4: found.proof,
        taskBefore: found.longestBeforePaint,
        taskAfter: found.longestAfterPaint,
        firstLoad: found.firstLoadBytes,
        scripts: found.scriptBytes,
        files: found.scriptFiles,
        filesAfterTokens: found.scriptFilesAfterTokens,
        requests: found.requests,
      }
    },
  },
  reload: {
    sites: ['gatehouse', 'baked'],
    run: async (site, { browser }) => ({ reload: await reload(browser, site) }),
  },
  'account-pages': {
    sites: ['gatehouse'],
    async run(site, { browser }) {
      const { median, worst } = await accountPages(browser, site)
      return { inpMedian: median, inpWorst: worst }
    },
  },
}
