import type { Build, SiteFile } from './readBuild.ts'
import { foreignReferences, references } from './references.ts'
import { Refusal } from '../Refusal.ts'
import { recordsPrefix } from './releases.ts'
import { securityTxtFaults, securityTxtPath } from './securityTxt.ts'

/**
 * Looks for what must not go live.
 *
 * @returns what the operator may want to know all the same.
 * @throws Refusal naming each file, all at once.
 */
export function checkBuild(build: Build, now: Date): string[] {
  const faults = [...build.values()].flatMap((file) =>
    sourceMaps(file).concat(
      dangling(file, build),
      foreign(file),
      reserved(file),
      securityTxt(file, now),
    ),
  )
  if (faults.length > 0) throw new Refusal(faults.join('\n'))
  return build.has(securityTxtPath)
    ? []
    : [`There is no ${securityTxtPath}: people who find a hole will not know whom to tell.`]
}

function textOf({ bytes }: SiteFile): string {
  return new TextDecoder().decode(bytes)
}

function securityTxt(file: SiteFile, now: Date): string[] {
  return file.path === securityTxtPath ? securityTxtFaults(textOf(file), now) : []
}

function sourceMaps(file: SiteFile): string[] {
  const says = 'the source would be for everybody to read. Build with build.sourcemap: false.'
  if (file.path.endsWith('.map')) return [`${file.path} is a source map: ${says}`]
  const inline = /\.(m?js|css)$/.test(file.path) && /sourceMappingURL=data:/.test(textOf(file))
  return inline ? [`${file.path} has its source map inside: ${says}`] : []
}

function dangling(file: SiteFile, build: Build): string[] {
  if (!/\.(html|m?js|css)$/.test(file.path)) return []
  return references(file.path, textOf(file))
    .filter((path) => !build.has(path))
    .map((path) => `${file.path} refers to /${path}, which is not in the build. Build again.`)
}

function foreign({ path, bytes }: SiteFile): string[] {
  if (!/\.(html|css)$/.test(path)) return []
  return foreignReferences(path, new TextDecoder().decode(bytes)).map(
    (address) => `${path} loads ${address}, which the CSP refuses. Put the file into public/.`,
  )
}

function reserved({ path }: SiteFile): string[] {
  return path.startsWith(recordsPrefix)
    ? [`${path} has a name that the deploy keeps for its records. Give its folder another name.`]
    : []
}
