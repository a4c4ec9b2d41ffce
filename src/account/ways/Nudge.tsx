import { useState } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import type { Factors, Passkey } from './queries.ts'

/** Asks what this browser keeps; undefined where the person blocks site data, or there is no room left. */
function ask<Answer>(question: (kept: Storage) => Answer): Answer | undefined {
  try {
    return question(window.localStorage)
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

/** Until it is told "not now", on this device: a second way in is missed when it is too late. */
export function Nudge({ factors, passkeys }: { factors: Factors; passkeys: Passkey[] }) {
  const text = useText()
  const { userId } = useSession()
  const key = `gatehouse.nudged.${userId}`
  const [told, setTold] = useState(() => typeof ask((kept) => kept.getItem(key)) === 'string')
  const ways = Number(factors.password) + factors.on.length + passkeys.length
  if (told || ways > 1) return null

  function notNow() {
    ask((kept) => kept.setItem(key, '1'))
    setTold(true)
  }

  return (
    <Alert tone="note" title={text('ways.nudge')}>
      <p>{text('ways.nudgeLead')}</p>
      <p>
        <Button look="quiet" onClick={notNow}>
          {text('ways.notNow')}
        </Button>
      </p>
    </Alert>
  )
}
