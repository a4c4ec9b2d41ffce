import type {
  AcrLevelConfigType,
  CreateUserPoolRequest,
  UpdateUserPoolRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import type { Level, Pool } from '#local-cognito/records.ts'

// Developer guide, "Configuring ACR level names".

type Names = Record<string, AcrLevelConfigType>

/** Fills in the default names, as DescribeUserPool answers them. */
export const completeAcrNames = (given: Names): Names =>
  Object.fromEntries(
    LEVEL_KEYS.map((key, index) => [key, given[key] ?? { AcrValue: defaultName(index + 1) }]),
  )

/** @throws CognitoError for duplicate names, and for custom names in the LITE tier */
export function checkAcrNames({
  AcrConfiguration: given = {},
  UserPoolTier: tier,
}: CreateUserPoolRequest | UpdateUserPoolRequest) {
  const names = Object.values(completeAcrNames(given)).map(({ AcrValue }) => AcrValue)
  if (new Set(names).size < names.length)
    throw invalidParameter(
      'Each AcrValue must be unique across all levels, default names included.',
    )
  // Worded like the message captured for token rotation; the real one is not known.
  if (tier === 'LITE' && names.some((name, index) => name !== defaultName(index + 1)))
    throw new CognitoError(
      'FeatureUnavailableInTierException',
      'The following features need to be disabled for the LITE pricing tier configured: ACR Configuration',
    )
}

const LEVELS = [4, 3, 2, 1] as const satisfies Level[]

/** Keys of maps by level: `AcrConfiguration` of a pool, `AcrMapping` of a provider. */
export const LEVEL_KEYS = ['Level1', 'Level2', 'Level3', 'Level4']

const defaultName = (level: number) => `urn:cognito:loa:${level}`

/** Name of a level in this pool. */
export const nameOfLevel = (pool: Pool, level: Level): string =>
  pool.settings.AcrConfiguration?.[`Level${level}`]?.AcrValue ?? defaultName(level)

/** Levels of these names, in the given order; unknown names are left out. */
export const levelsNamed = (pool: Pool, names: string): Level[] =>
  names.split(' ').flatMap((name) => LEVELS.filter((level) => nameOfLevel(pool, level) === name))
