import * as is from './validators.ts'
import { isAccountAction } from './accountActions.ts'
import type { AccountCommands, AccountCommandName, AccountCommand } from './accountCommands.ts'

const nothing = is.isShape({})

const inputs: { [Name in AccountCommandName]: is.Guard<AccountCommands[Name]['input']> } = {
  act: is.isShape({ action: isAccountAction, input: nothing }),
  claims: nothing,
  renew: nothing,
  forgetDevice: is.isShape({ key: is.isString }),
  signOutEverywhere: nothing,
  deleteUser: nothing,
  fetch: is.isShape(
    { id: is.isString, url: is.isString, method: is.isString, headers: is.isArrayOf(isPair) },
    { body: isBytes },
  ),
  stopFetch: is.isShape({ id: is.isString }),
}

function isPair(value: unknown): value is [string, string] {
  return is.isArrayOf(is.isString)(value) && value.length === 2
}

function isBytes(value: unknown): value is ArrayBuffer {
  return value instanceof ArrayBuffer
}

/** The rest of the boundary, for whoever is signed in. */
export function isAccountCommand(request: AccountCommand): boolean {
  return Object.hasOwn(inputs, request.name) && inputs[request.name](request.input)
}
