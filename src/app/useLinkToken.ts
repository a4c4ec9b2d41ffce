import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'

const pattern = /^#magic-link=([\w-]+)$/

/**
 * Reads the token of `#magic-link=`, and takes it out of the address at once. In the hash it never reached
 * a server. A reload still has it, in the history entry.
 */
export function useLinkToken(): string | undefined {
  const location = useLocation()
  const { pathname, hash } = location
  const state: unknown = location.state
  const navigate = useNavigate()
  const token = pattern.exec(hash)?.[1]

  useEffect(() => {
    if (token !== undefined)
      void navigate({ pathname, hash: '' }, { replace: true, state: { token } })
  }, [token, pathname, navigate])

  return token ?? (isKept(state) ? state.token : undefined)
}

function isKept(state: unknown): state is { token: string } {
  return (
    typeof state === 'object' &&
    state !== null &&
    'token' in state &&
    typeof state.token === 'string'
  )
}
