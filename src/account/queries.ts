import { queryOptions } from '@tanstack/react-query'
import type { Session } from '#auth/state.ts'

/** The person's own account, as Cognito has it. Keyed by the person: never one's data under another's name. */
export function accountQuery(session: Session) {
  return queryOptions({
    queryKey: ['account', session.userId],
    queryFn: () => session.getAccount(),
  })
}
