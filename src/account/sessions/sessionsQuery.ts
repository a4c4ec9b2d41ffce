import { queryOptions } from '@tanstack/react-query'
import { readAllPages } from '#account/readAllPages.ts'
import { accountKey } from '#account/attributesQuery.ts'
import { AuthError } from '#auth/errors.ts'
import type { AccountActionOutput, Session } from '#auth/state.ts'

/** Session in Cognito's format; times are epoch seconds. */
export type UserSession = NonNullable<AccountActionOutput<'ListUserSessions'>['Sessions']>[number]

/** The user's sessions, this one first; `untracked` if the pool does not track sessions. */
export type Sessions = { status: 'untracked' } | { status: 'tracked'; sessions: UserSession[] }

export function sessionsQuery(session: Session) {
  return queryOptions({
    queryKey: [...accountKey(session), 'sessions'],
    async queryFn(): Promise<Sessions> {
      let isFirstPage = true
      try {
        const sessions = await readAllPages(async (NextToken) => {
          isFirstPage = NextToken === undefined
          const page = await session.callCognito('ListUserSessions', NextToken ? { NextToken } : {})
          return { items: page.Sessions ?? [], next: page.NextToken }
        })
        const rank = ({ IsCurrentSession }: UserSession) => (IsCurrentSession ? 0 : 1)
        return { status: 'tracked', sessions: sessions.sort((a, b) => rank(a) - rank(b)) }
      } catch (error) {
        if (error instanceof AuthError && isUntracked(error, isFirstPage))
          return { status: 'untracked' }
        throw error
      }
    },
  })
}

/**
 * OperationNotEnabledException, or a feature plan without session tracking. AWS does not document which exception a
 * pool without tracking answers with. InvalidParameterException on the first page can mean nothing else: that request
 * has no parameter besides the token.
 */
const isUntracked = ({ code }: AuthError, isFirstPage: boolean) =>
  code === 'misconfigured' || (isFirstPage && code === 'invalidInput')
