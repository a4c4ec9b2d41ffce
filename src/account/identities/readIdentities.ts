/** Somebody's account with another service, as the attribute `identities` tells it. */
export interface Identity {
  /** Cognito's name of the provider. */
  provider: string
  /** Their name there. */
  userId: string
  /** The account here was made by it. */
  primary: boolean
  /** Epoch milliseconds. */
  linkedAt: number | undefined
}

/** The last time that a Date can hold: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const latestTime = 8.64e15

/** JSON, made by Cognito; what is no list of identities is none. */
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
      // Texts in older accounts.
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
