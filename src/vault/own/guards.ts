import * as is from '#vault/guards.ts'
import { isOwnAction } from './actions.ts'
import type { OwnCommands, OwnName, OwnRequest } from './commands.ts'

const nothing = is.isShape({})

const inputs: { [Name in OwnName]: is.Guard<OwnCommands[Name]['input']> } = {
  act: is.isShape({ action: isOwnAction, input: nothing }),
  claims: nothing,
  renew: nothing,
  signOutEverywhere: nothing,
  deleteUser: nothing,
}

/** The rest of the boundary, for whoever is signed in. */
export function isOwn(request: OwnRequest): boolean {
  return Object.hasOwn(inputs, request.name) && inputs[request.name](request.input)
}
