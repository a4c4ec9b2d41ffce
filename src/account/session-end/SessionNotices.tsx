import { EndNotice } from './EndNotice.tsx'
import { IdleDialog } from './IdleDialog.tsx'

/** Tells the user that the session is about to end. Without it the vault ends the session all the same. */
export function SessionNotices() {
  return (
    <>
      <EndNotice />
      <IdleDialog />
    </>
  )
}
