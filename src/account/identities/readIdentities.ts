/** Account of the user at an identity provider, from the attribute `identities`. */
export interface Identity {
  /** Cognito's name of the provider. */
  provider: string
  /** The user's ID at the provider. */
  userId: string
  /** Whether the provider created the account in the pool, instead of being linked to it later. */
  primary: boolean
  /** Epoch milliseconds. */
  linkedAt: number | undefined
}

/** The last time that a Date can hold: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const latestTime = 8.64e15

/**
 * Parses the attribute `identities`, which is JSON.
 *
 * @returns an empty list if the attribute is missing or malformed.
 */
export function readIdentities(attribute: string | undefined): Identity[] {
  const value = parse(attribute ?? '')
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return []
    const { providerName, userId, primary, dateCreated }: Record<string, unknown> = { ...one }
    if (typeof providerName !== 'string' || typeof userId !== 'string') return []
    const linkedAt = Number(dateCreated)
    return {
      provider: providerName,
      userId,
      // A string in older accounts.
      primary: String(primary) === 'true',
      linkedAt: linkedAt > 0 && linkedAt <= latestTime ? linkedAt : undefined,
    }
  })
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
