interface LockedPackage {
  version?: string
  resolved?: string
  integrity?: string
  hasInstallScript?: boolean
  inBundle?: boolean
}

/**
 * What is not to be in a lock file: anything that does not come from the registry, or comes without a
 * hash, or would run a script of its own while it is installed.
 * https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json
 *
 * @param refused packages whose install scripts `allowScripts` of package.json refuses
 * @returns one line for each problem
 */
export function lockFileProblems(
  packages: Record<string, LockedPackage>,
  refused: readonly string[],
): string[] {
  return Object.entries(packages).flatMap(([path, found]) => {
    // The project itself, and what is inside another's file, under that one's hash.
    if (path === '' || found.inBundle === true) return []
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    return [
      // .npmrc leaves it out for what comes from the registry.
      found.resolved !== undefined && `${name} comes from ${found.resolved}`,
      !/^sha512-[\w+/]{86}==$/.test(found.integrity ?? '') && `${name} has no sha512 hash`,
      !/^\d/.test(found.version ?? '') && `${name} has no version`,
      found.hasInstallScript === true &&
        !refused.includes(name) &&
        `${name} has an install script that allowScripts does not refuse`,
    ].filter((problem) => problem !== false)
  })
}
