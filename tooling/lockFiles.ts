interface LockedPackage {
  version?: string
  resolved?: string
  integrity?: string
  hasInstallScript?: boolean
  inBundle?: boolean
}

/**
 * Finds packages in a lock file that do not come from the registry, have no hash, or would run an install script.
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
    // Skips the project itself, and packages bundled in another, whose hash covers them.
    if (path === '' || found.inBundle === true) return []
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    return [
      // .npmrc omits the address of packages from the registry.
      found.resolved !== undefined && `${name} comes from ${found.resolved}`,
      !/^sha512-[\w+/]{86}==$/.test(found.integrity ?? '') && `${name} has no sha512 hash`,
      !/^\d/.test(found.version ?? '') && `${name} has no version`,
      found.hasInstallScript === true &&
        !refused.includes(name) &&
        `${name} has an install script that allowScripts does not refuse`,
    ].filter((problem) => problem !== false)
  })
}
