import process from 'node:process'
import { parseConfig } from '#config/loadConfig.ts'
import { checkSite, findSite, requestRaw } from './checkSite.ts'

const usage = `npm run smoke -- URL

Requests about 70 addresses of a live site (pages, files, missing files, refused methods) and checks
status, headers, caching and compression of each answer. Changes nothing.`

async function smoke(url: string): Promise<number> {
  const { origin } = new URL(url)
  const site = await findSite(origin)
  const { body } = await requestRaw(origin, 'GET', '/portal.config.json')
  let requests = 0
  let failures = 0
  for await (const { method, path, status, problems } of checkSite(
    site,
    parseConfig(body.toString()),
  )) {
    requests += 1
    if (problems.length > 0) failures += 1
    const mark = problems.length > 0 ? 'WRONG' : 'ok   '
    const shown = path.length > 80 ? `${path.slice(0, 79)}…` : path
    console.log(`${mark}  ${status}  ${method} ${shown}`)
    for (const problem of problems) console.log(`            ${problem}`)
  }
  console.log(`${requests} addresses, ${failures} wrong`)
  return failures === 0 ? 0 : 1
}

const [url] = process.argv.slice(2)
if (url === undefined || !URL.canParse(url)) {
  console.error(usage)
  process.exitCode = 2
} else {
  process.exitCode = await smoke(url)
}
