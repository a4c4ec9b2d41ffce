import { argv } from 'node:process'
import { chromium } from '@playwright/test'
import { launchOptions } from '#e2e/engines/chromium.ts'
import { measures } from './measures/rounds.ts'
import { type Figure, Results } from './results.ts'
import { openSites } from './sites.ts'
import { createPool, startCognito } from './startCognito.ts'
import { median } from './statistics.ts'

await using cognito = await startCognito()
const pool = await createPool(cognito)
await using sites = await openSites(pool)
await using browser = await chromium.launch(launchOptions())
const results = new Results()
const only = argv[2]
const rounds = Number(argv[3] ?? 1)
for (let round = 0; round < rounds; round++) for (const [name, measure] of Object.entries(measures)) {
  if (only && name !== only) continue
  for (const site of measure.sites) {
    const found = await measure.run(sites[site], { browser, cognito })
    console.log(name, site, JSON.stringify(found))
    for (const [f, v] of Object.entries(found)) results.add(f as Figure, site, v)
  }
}
void median
