import { useEffect } from 'react'
import { useAuth } from '#auth/AuthProvider.tsx'
import { EndNotice } from './EndNotice.tsx'
import { IdleDialog } from './IdleDialog.tsx'
import { watchSession } from './watchSession.ts'

/** Tells the vault that the pages are used, and the user that the session is about to end. */
export function SessionWatch() {
  const auth = useAuth()
  useEffect(() => watchSession(auth), [auth])
  return (
    <>
      <EndNotice />
      <IdleDialog />
    </>
  )
}
