import * as is from './validators.ts'
import type { CommandName, Commands, Request } from './messages.ts'

/** A late command is looked at again where they are known, in `ways/carryOut.ts` and `own/carryOut.ts`. */
type Received<Name extends CommandName> = Name extends 'late' | 'own'
  ? { [Member in keyof Commands[Name]['input']]: unknown }
  : Commands[Name]['input']

type Inputs = { [Name in CommandName]: is.Guard<Received<Name>> }

const nothing = is.isShape({})
const lateRequest = is.isShape({ name: is.isString, input: nothing })

/** What each command must bring. One without a guard does not compile. */
const inputs: Inputs = {
  start: is.isShape({
    config: is.isShape({
      api: is.isShape({ origins: is.isArrayOf(is.isString) }),
      cognito: is.isShape(
        { region: is.isString, userPoolId: is.isString, userPoolClientId: is.isString },
        { endpoint: is.isString },
      ),
      session: is.isShape(
        { storage: is.isOneOf('sealed', 'memory') },
        { refreshTokenValiditySeconds: is.isNumber },
      ),
      signIn: is.isShape({}, { acrValues: is.isString }),
    }),
    tab: is.isShape({ browserSessionId: is.isString }),
  }),
  prepareSignIn: nothing,
  late: lateRequest,
  own: is.isShape({ userId: is.isString, request: lateRequest }),
  signOut: nothing,
}

export const hasId = is.isShape({ id: is.isNumber })

/** The boundary: nothing that is not one of these reaches the vault. */
export function isRequest(value: unknown): value is Request {
  if (!hasId(value) || !('name' in value) || !('input' in value)) return false
  const { name, input } = value
  return isCommandName(name) && inputs[name](input)
}

function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(inputs, name)
}
