import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import type { EmailLink } from '#auth/emailLink.ts'

/**
 * Reads `?u=` and `?c=` of a link in an email, and removes them from the address at once: it is visible on the
 * screen, and ends up in histories and logs. A reload still has them, in the history entry.
 *
 * @returns undefined for an incomplete link.
 */
export function useEmailLink(): EmailLink | undefined {
  const location = useLocation()
  const { pathname, search } = location
  const state: unknown = location.state
  const navigate = useNavigate()
  const query = new URLSearchParams(search)
  const username = query.get('u')
  const code = query.get('c')
  const isInAddress = username !== null || code !== null

  useEffect(() => {
    if (!isInAddress) return
    const rest = new URLSearchParams(search)
    rest.delete('u')
    rest.delete('c')
    const link = username && code ? { username, code } : undefined
    void navigate({ pathname, search: rest.toString() }, { replace: true, state: link })
  }, [isInAddress, username, code, pathname, search, navigate])

  if (username && code) return { username, code }
  return !isInAddress && isEmailLink(state) ? state : undefined
}

function isEmailLink(state: unknown): state is EmailLink {
  return (
    typeof state === 'object' &&
    state !== null &&
    'username' in state &&
    typeof state.username === 'string' &&
    'code' in state &&
    typeof state.code === 'string'
  )
}

const magicLinkHash = /^#magic-link=([\w-]+)$/

/**
 * Reads the token of `#magic-link=`, and removes it from the address at once. A hash never reaches a server.
 * A reload still has the token, in the history entry.
 *
 * @returns undefined if the address has no token.
 */
export function useMagicLinkToken(): string | undefined {
  const location = useLocation()
  const { pathname, hash } = location
  const state: unknown = location.state
  const navigate = useNavigate()
  const token = magicLinkHash.exec(hash)?.[1]

  useEffect(() => {
    if (token === undefined) return
    void navigate({ pathname, hash: '' }, { replace: true, state: { token } })
  }, [token, pathname, navigate])

  return token ?? (hasToken(state) ? state.token : undefined)
}

function hasToken(state: unknown): state is { token: string } {
  return (
    typeof state === 'object' &&
    state !== null &&
    'token' in state &&
    typeof state.token === 'string'
  )
}
