import { ConfigError, parseConfig } from '../../src/config/loadConfig.ts'
import { problemText } from '../../src/config/problemText.ts'
import { type Build, configPath, siteFile } from './readBuild.ts'
import { Refusal } from '../Refusal.ts'

/** A config, and where it is from, in words. */
export interface GivenConfig {
  text: string
  from: string
}

/**
 * The build with the config that is to be served. Without one given it is the build's own, which is
 * empty unless somebody filled it in.
 *
 * @throws Refusal naming each field that is wrong: the portal itself could only show it as an error.
 */
export function withConfig(build: Build, given: GivenConfig | undefined): Build {
  const own = build.get(configPath)
  const { text, from } = given ?? {
    text: own ? new TextDecoder().decode(own.bytes) : '{}',
    from: `${configPath} of the build`,
  }
  check(text, from)
  return new Map(build).set(configPath, siteFile(configPath, new TextEncoder().encode(text)))
}

function check(text: string, from: string): void {
  try {
    parseConfig(text)
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause
    const faults = cause.problems.map((problem) =>
      problem.field === ''
        ? `${from} must be a JSON object.`
        : `${from}: ${problem.field} ${problemText(problem)}.`,
    )
    throw new Refusal(
      [...faults, 'Name a config with --config FILE; nobody could sign in with this one.'].join(
        '\n',
      ),
      { cause },
    )
  }
}
