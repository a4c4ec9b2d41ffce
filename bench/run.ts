import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv } from 'node:process'
import { type Browser, chromium } from '@playwright/test'
import { launchOptions } from '#e2e/engines/chromium.ts'
import { calibrate } from './measures/calibration.ts'
import { cognitoThroughput } from './measures/cognitoThroughput.ts'
import { devServer } from './measures/devServer.ts'
import { type MeasureName, measures } from './measures/rounds.ts'
import { readOptions } from './options.ts'
import { report } from './report.ts'
import { type Figure, Results } from './results.ts'
import { root } from './root.ts'
import { openSites } from './sites.ts'
import { createPool, startCognito } from './startCognito.ts'

// Builds Gatehouse and its peers, measures them in turn, and writes docs/performance.md. README.md says more.

/** Counted starts of `npm run dev`, at most: each takes seconds. */
const devStarts = 3

/** Users of the local Cognito that is asked for sign-ins. */
const userCounts = [100, 1_000, 10_000]

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the names
const roundNames = Object.keys(measures) as MeasureName[]
const options = readOptions(argv.slice(2), [...roundNames, 'cognito', 'dev'])
const isWanted = (name: string) => options.only.length === 0 || options.only.includes(name)
const results = new Results()

/** Measures in rounds: every measure at every page, then again, so that noise comes to all alike. */
async function runRounds(browser: Browser, names: MeasureName[]): Promise<void> {
  await using cognito = await startCognito()
  await using sites = await openSites(await createPool(cognito))
  for (let round = 0; round <= options.rounds; round += 1) {
    const isWarmUp = round === 0
    console.log(isWarmUp ? 'Warm-up' : `Round ${round} of ${options.rounds}`)
    if (!isWarmUp) results.calibrations.push(calibrate())
    for (const name of names) {
      console.log(`  ${name}`)
      const { sites: siteNames, run } = measures[name]
      // Another order in each round: whatever follows a heavy page is not always the same one.
      const turned = siteNames.map((_, turn) => siteNames[(turn + round) % siteNames.length])
      for (const site of turned) {
        if (!site) continue
        const found = await run(sites[site], { browser, cognito })
        if (!isWarmUp) record(site, found)
      }
    }
  }
}

function record(site: Parameters<Results['add']>[1], found: Partial<Record<Figure, number>>): void {
  for (const [figure, value] of Object.entries(found)) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries forgets the names
    results.add(figure as Figure, site, value)
  }
}

async function measureAll(browser: Browser): Promise<void> {
  const wantedRounds = roundNames.filter(isWanted)
  if (wantedRounds.length > 0) await runRounds(browser, wantedRounds)
  const starts = isWanted('dev') ? Math.min(devStarts, options.rounds) : 0
  for (let start = 1; start <= starts; start += 1) {
    console.log(`npm run dev, ${start} of ${starts}`)
    results.devServer.cold.push(await devServer(browser, true))
    results.devServer.warm.push(await devServer(browser, false))
  }
  for (const users of isWanted('cognito') ? userCounts : []) {
    console.log(`Local Cognito with ${users} users`)
    results.throughputs.push(await cognitoThroughput(users))
  }
}

await using browser = await chromium.launch(launchOptions())
let text = ''
try {
  await measureAll(browser)
} finally {
  // Also after an error: what was measured before it has taken long.
  text = await report(results, { ...options, chromium: browser.version() })
  console.log(`\n${text}`)
}
if (options.only.length === 0) await writeFile(join(root, 'docs/performance.md'), text)
