import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import type { EmailLink } from '#auth/emailLink.ts'

/**
 * Reads `?u=` and `?c=` of a link in an email, and removes them from the address at once: it is visible on the
 * screen, and ends up in histories and logs. A reload still has them, in the history entry, until the code has been
 * used: the page that comes then replaces the entry.
 *
 * @returns undefined for a link that is incomplete, or whose name can be no username.
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
    const link = asLink(username, code)
    void navigate({ pathname, search: rest.toString() }, { replace: true, state: link })
  }, [isInAddress, username, code, pathname, search, navigate])

  if (isInAddress) return asLink(username, code)
  return isEmailLink(state) ? asLink(state.username, state.code) : undefined
}

/**
 * Cognito's own pattern of usernames: no space, no line break, and no character that changes the direction of a text.
 * Anything else would be words that a stranger puts into the page.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html
 */
const usernamePattern = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u

function asLink(username: string | null, code: string | null): EmailLink | undefined {
  if (username === null || !code || !usernamePattern.test(username)) return undefined
  return { username, code }
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
 * @returns the token, undefined if the address has none, and a function that forgets it once it has been used.
 */
export function useMagicLinkToken(): [token: string | undefined, forget: () => void] {
  const location = useLocation()
  const { pathname, hash } = location
  const state: unknown = location.state
  const navigate = useNavigate()
  const token = magicLinkHash.exec(hash)?.[1]

  useEffect(() => {
    if (token === undefined) return
    void navigate({ pathname, hash: '' }, { replace: true, state: { token } })
  }, [token, pathname, navigate])

  function forget() {
    // A session may have led to another page meanwhile. Not by the router: the page stays as it is.
    if (window.location.pathname !== pathname) return
    window.history.replaceState({ ...window.history.state, usr: null }, '')
  }

  return [token ?? (hasToken(state) ? state.token : undefined), forget]
}

function hasToken(state: unknown): state is { token: string } {
  return (
    typeof state === 'object' &&
    state !== null &&
    'token' in state &&
    typeof state.token === 'string'
  )
}
