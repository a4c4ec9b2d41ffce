import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import type { MailLink } from '#auth/mailLink.ts'

/**
 * Reads `?u=` and `?c=` of a link in a mail, and takes them out of the address at once: it is seen by
 * whoever looks, and goes into histories and logs. A reload still has them, in the history entry.
 *
 * @returns undefined for a link that is not whole.
 */
export function useMailLink(): MailLink | undefined {
  const location = useLocation()
  const { pathname, search } = location
  const state: unknown = location.state
  const navigate = useNavigate()
  const query = new URLSearchParams(search)
  const username = query.get('u')
  const code = query.get('c')
  const here = username !== null || code !== null

  useEffect(() => {
    if (!here) return
    const rest = new URLSearchParams(search)
    rest.delete('u')
    rest.delete('c')
    const link = username && code ? { username, code } : undefined
    void navigate({ pathname, search: rest.toString() }, { replace: true, state: link })
  }, [here, username, code, pathname, search, navigate])

  if (username && code) return { username, code }
  return !here && isMailLink(state) ? state : undefined
}

function isMailLink(state: unknown): state is MailLink {
  return (
    typeof state === 'object' &&
    state !== null &&
    'username' in state &&
    typeof state.username === 'string' &&
    'code' in state &&
    typeof state.code === 'string'
  )
}
