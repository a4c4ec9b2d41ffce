import process from 'node:process'
import { parseConfig } from '#config/loadConfig.ts'
import { askSite } from './askSite.ts'
import { checkSite, findSite } from './checkSite.ts'

const usage = `npm run smoke -- URL

Asks a site that is live for everything it has to answer: pages, files, what is missing, what is
refused; and whether each answer has the headers, the caching and the compression that it should.
Changes nothing.`

async function smoke(url: string): Promise<number> {
  const { origin } = new URL(url)
  const site = await findSite(origin)
  const config = parseConfig((await askSite(origin, 'GET', '/portal.config.json')).body.toString())
  let asked = 0
  let wrong = 0
  for await (const { method, path, status, problems } of checkSite(site, config)) {
    asked += 1
    if (problems.length > 0) wrong += 1
    const mark = problems.length > 0 ? 'WRONG' : 'ok   '
    console.log(
      `${mark}  ${status}  ${method} ${path.length > 80 ? `${path.slice(0, 79)}…` : path}`,
    )
    for (const problem of problems) console.log(`            ${problem}`)
  }
  console.log(`${asked} addresses, ${wrong} wrong`)
  return wrong === 0 ? 0 : 1
}

const [url] = process.argv.slice(2)
if (url === undefined || !URL.canParse(url)) {
  console.error(usage)
  process.exitCode = 2
} else {
  process.exitCode = await smoke(url)
}
