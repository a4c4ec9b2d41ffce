import { useState } from 'react'
import { Confirm } from '#account/Confirm.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { Button } from '#ui/Button.tsx'

/** For whoever has lost a device, or cannot tell: every session ends, this one too. */
export function SignOutEverywhere() {
  const text = useText()
  const session = useSession()
  const [asking, setAsking] = useState(false)
  return (
    <div className="stack-tight">
      <p className="soft">{text('sessions.everywhereLead')}</p>
      <p>
        <Button look="secondary" onClick={() => setAsking(true)}>
          {text('sessions.signOutEverywhere')}
        </Button>
      </p>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={text('sessions.everywhereTitle')}
        action={text('sessions.signOutEverywhere')}
        onConfirm={() => session.own('signOutEverywhere', {})}
      >
        <p>{text('sessions.everywhereConfirm')}</p>
      </Confirm>
    </div>
  )
}
