import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Build, readBuild } from '../readBuild.ts'

export const sampleConfig = (name: string) =>
  JSON.stringify({
    cognito: {
      region: 'eu-central-1',
      userPoolId: 'eu-central-1_AbCdEfGhI',
      userPoolClientId: `1example${name}`,
    },
  })

/** Like a build of Vite: an entry, a lazy chunk, a worker, and a chunk that is the same in every build. */
export function sampleFiles(name: string): Record<string, string> {
  return {
    'index.html': `<!doctype html><script src="/start.js"></script><link rel="icon" href="/favicon.svg"><script type="module" src="/assets/main-${name}000000.js"></script>`,
    [`assets/main-${name}000000.js`]: `import"./shared-0000000.js";export const page=()=>import(\`./page-${name}000000.js\`),is=\`${name}\``,
    [`assets/page-${name}000000.js`]: `import{x as e}from"./shared-0000000.js";new Worker(\`/assets/worker-${name}00.js\`);e(\`${name}\`)`,
    [`assets/worker-${name}00.js`]: `postMessage(\`${name}\`)`,
    'assets/shared-0000000.js': 'export const x=1',
    'start.js': `document.documentElement.dataset.theme='${name}'`,
    'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'portal.config.json': sampleConfig(name),
    '.vite/packages.json': '{}',
  }
}

/** Writes files into a temporary folder and deletes it after the work. */
export async function withFolder<Result>(
  files: Record<string, string>,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-build-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

export async function buildOf(files: Record<string, string>): Promise<Build> {
  return withFolder(files, readBuild)
}

export async function sampleBuild(name: string): Promise<Build> {
  return buildOf(sampleFiles(name))
}
