import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const config = {
  cognito: {
    region: 'eu-central-1',
    userPoolId: 'eu-central-1_AbCdEfGhI',
    userPoolClientId: '1example23456789',
  },
}

/** The smallest build that has a file of every kind. */
const built: Record<string, string> = {
  'index.html':
    '<!doctype html><title>Portal</title><script src="/assets/main-Ab12.js"></script><link rel="stylesheet" href="/assets/style-Ef56.css">',
  'assets/main-Ab12.js': `export {} // ${'and so on '.repeat(200)}`,
  'assets/vault-Cd34.js': 'postMessage(1)',
  'assets/style-Ef56.css': 'p { margin: 0 }',
  'start.js': 'void 0',
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'robots.txt': 'User-agent: *\n',
  '.vite/packages.json': '{}',
  'portal.config.json': JSON.stringify(config),
}

/** A project with that build in `dist`, and a file beside it that must not be served. */
export async function makeBuild() {
  const root = await mkdtemp(join(tmpdir(), 'gatehouse-edge-'))
  for (const [path, text] of Object.entries(built)) {
    await mkdir(dirname(join(root, 'dist', path)), { recursive: true })
    await writeFile(join(root, 'dist', path), text)
  }
  await writeFile(join(root, 'package.json'), '{}')
  return { root, dist: join(root, 'dist'), remove: async () => rm(root, { recursive: true }) }
}
