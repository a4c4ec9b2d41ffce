import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type CognitoModel, readCognitoModel } from './cognitoModel.ts'

const sdk = '@aws-sdk/client-cognito-identity-provider'

/** Lists what `after` has and `before` has not, and the reverse: one line each, sorted. */
export function modelNews(before: CognitoModel, after: CognitoModel): string[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  return [
    ...[...now].filter((line) => !old.has(line)).map((line) => `+ ${line}`),
    ...[...old].filter((line) => !now.has(line)).map((line) => `- ${line}`),
  ].toSorted((one, other) => one.slice(2).localeCompare(other.slice(2)))
}

/** Describes the model in lines that can be compared. */
function linesOf({ operations, structures, enums }: CognitoModel): Set<string> {
  return new Set([
    ...Object.entries(operations).map(
      ([name, { output }]) => `action ${name}${output === undefined ? ' without an answer' : ''}`,
    ),
    ...Object.entries(operations).flatMap(([name, { exceptions }]) =>
      exceptions.map((type) => `action ${name} throws ${type}`),
    ),
    ...Object.entries(structures).flatMap(([name, members]) =>
      Object.entries(members).map(
        ([member, { isRequired, type }]) =>
          `member ${name}.${member}: ${type}${isRequired ? ', required' : ''}`,
      ),
    ),
    ...Object.entries(enums).flatMap(([name, values]) =>
      values.map((value) => `value ${name}: ${value}`),
    ),
  ])
}

/** Compares the installed SDK with a newer one: in a folder, or the newest of the registry. */
async function main(folder: string | undefined): Promise<void> {
  const installed = dirname(createRequire(import.meta.url).resolve(`${sdk}/package.json`))
  const temporary = await mkdtemp(join(tmpdir(), 'model-news-'))
  try {
    const newer = folder ?? (await download(temporary))
    const [before, after] = [await readCognitoModel(installed), await readNewer(newer)]
    const news = modelNews(before, after)
    console.info(`${sdk}: ${await versionOf(installed)} to ${await versionOf(newer)}`)
    console.info(news.length > 0 ? news.join('\n') : "Cognito's API model is the same.")
  } finally {
    await rm(temporary, { recursive: true })
  }
}

async function readNewer(folder: string): Promise<CognitoModel> {
  try {
    return await readCognitoModel(folder)
  } catch (cause) {
    throw new Error(`${folder} is not a folder of ${sdk} that can be read.`, { cause })
  }
}

/** @returns the folder of the newest version */
async function download(into: string): Promise<string> {
  const run = promisify(execFile)
  try {
    const { stdout } = await run('npm', ['pack', `${sdk}@latest`, '--silent'], {
      cwd: into,
      timeout: 120_000,
    })
    await run('tar', ['-xzf', stdout.trim()], { cwd: into })
    return join(into, 'package')
  } catch (cause) {
    throw new Error(
      `The newest ${sdk} could not be downloaded from the npm registry. Give the folder of one that you have: npm run model:news -- FOLDER`,
      { cause },
    )
  }
}

async function versionOf(folder: string): Promise<string> {
  const manifest = await readFile(join(folder, 'package.json'), 'utf8')
  return /"version": "([^"]+)"/.exec(manifest)?.[1] ?? 'unknown'
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(process.argv[2]).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
