import type { Store } from '#local-cognito/store.ts'
import { json } from '#local-cognito/wire/wire.ts'
import { faultsOf, forgetFaults, teachFaults } from './faults.ts'
import { readFaults } from './readFaults.ts'

/** GET shows the faults, PUT teaches some, DELETE forgets all or those of `?client=ID`. */
export async function faultsRoute(request: Request, store: Store): Promise<Response> {
  switch (request.method) {
    case 'GET':
      return json(faultsOf(store))
    case 'PUT':
      try {
        teachFaults(store, readFaults(await request.json()))
        return json(faultsOf(store))
      } catch (error) {
        // What is not JSON, or not a list of faults, is the sender's mistake; all else is ours.
        if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
        return json({ message: error.message }, 400)
      }
    case 'DELETE':
      forgetFaults(store, new URL(request.url).searchParams.get('client') ?? undefined)
      return json(faultsOf(store))
    default:
      return json({ message: 'Method not allowed' }, 405)
  }
}
