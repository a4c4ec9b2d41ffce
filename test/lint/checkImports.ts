import { findCycles, type Import } from '#tooling/importGraph.ts'
import { type ImportRule, importRules, layers } from './importRules.ts'

/** Names every import that breaks a rule, one sentence each: file, line, specifier, rule. */
export function checkImports(imports: Import[]): string[] {
  return [
    ...imports.flatMap((each) => {
      const broken = [crossing(each), upward(each), parent(each)]
      return broken
        .filter((rule) => rule !== undefined)
        .map((rule) => `${each.file}:${each.line} imports '${each.specifier}'. ${rule}`)
    }),
    ...findCycles(imports).map((cycle) => `${cycle.join(' -> ')} import each other in a circle.`),
  ]
}

/** Folders, files and packages that the rules name and that are no longer there. */
export function findStaleRules(files: string[], imports: Import[]): string[] {
  const named = [
    ...importRules.flatMap((rule) => [...rule.in, ...rule.may, ...(rule.types ?? [])]),
    ...Object.entries(layers).flatMap(([folder, lines]) =>
      lines.flatMap((line) => line.split(' ')).map((entry) => `${folder}/${entry}`),
    ),
  ]
  const known = new Set([...files, ...imports.map(({ target }) => target)])
  const isGone = (path: string) => ![...known].some((each) => isWithin(path, each))
  return [...new Set(named)].filter((path) => !/[*.]$/.test(path) && isGone(path))
}

/** The border that an import crosses. */
function crossing({ file, target, kind, isPackage }: Import): string | undefined {
  const rule = isTest(file) ? (ruleFor(file, true) ?? ruleFor(file)) : ruleFor(file)
  if (!rule) return 'This folder has no row in importRules.ts.'
  const may = [rule.own, ...rule.may, ...(kind === 'type' ? (rule.types ?? []) : [])]
  const isAllowed = may.some((each) => (each === '*' ? isPackage : isWithin(each, target)))
  return isAllowed ? undefined : rule.because
}

function ruleFor(file: string, tests?: true): (ImportRule & { own: string }) | undefined {
  return importRules
    .filter((rule) => rule.tests === tests)
    .flatMap((rule) => rule.in.map((own) => ({ ...rule, own })))
    .filter(({ own }) => isWithin(own, file))
    .toSorted((a, b) => b.own.length - a.own.length)[0]
}

/** The layer that an import goes back up to. */
function upward({ file, target }: Import): string | undefined {
  if (/\.test\.tsx?$/.test(file)) return undefined
  for (const [folder, lines] of Object.entries(layers)) {
    const [from, to] = [layerOf(file, folder, lines), layerOf(target, folder, lines)]
    if (!from || !to || from.entry === to.entry || from.depth < to.depth) continue
    const [name, other] = [from, to].map(({ entry }) => (entry === '.' ? 'its own files' : entry))
    const way = from.depth === to.depth ? 'across' : 'up'
    return `In ${folder} imports go down the layers (importRules.ts): this goes ${way} from ${name} to ${other}.`
  }
  return undefined
}

function layerOf(path: string, folder: string, lines: string[]) {
  if (!isWithin(folder, path)) return undefined
  return lines
    .flatMap((line, depth) => line.split(' ').map((entry) => ({ entry, depth })))
    .filter(({ entry }) => entry === '.' || isWithin(`${folder}/${entry}`, path))
    .toSorted((a, b) => b.entry.length - a.entry.length)[0]
}

function parent({ file, specifier, kind }: Import): string | undefined {
  if (!/(^|\/)\.\.\//.test(specifier) || kind === 'url' || isWithin('infra', file)) return undefined
  return "Another folder is imported by its #name; '../' is for infra, a package of its own."
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$|\/test\//.test(file)
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
