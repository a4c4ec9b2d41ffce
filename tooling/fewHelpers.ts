import type { Plugin } from 'vite'

/** The helpers that @aws-crypto/sha256-js calls, the one package in the vault that needs tslib. */
const helpers = ['__awaiter', '__exportStar', '__generator']

const prefix = '\0few-helpers:'

/**
 * Leaves the other helpers of tslib out of the vault. They are 1.4 kB of it, because that package is CommonJS, so that
 * the build cannot see which it calls. The build fails where it calls another.
 */
export function fewHelpers(): Plugin {
  return {
    name: 'gatehouse:few-helpers',
    apply: 'build',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (id !== 'tslib') return undefined
      const tslib = await this.resolve(id, importer, { skipSelf: true })
      return tslib && `${prefix}${tslib.id}`
    },
    load: (id) =>
      id.startsWith(prefix)
        ? `export { ${helpers.join(', ')} } from ${JSON.stringify(id.slice(prefix.length))}`
        : undefined,
    transform(code, id) {
      for (const [, name = ''] of code.matchAll(/\btslib_\d+\.(\w+)/g)) {
        if (!helpers.includes(name)) this.error(`${id} calls ${name} of tslib, too`)
      }
    },
  }
}
