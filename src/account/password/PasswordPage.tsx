import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { readIdentities } from '#account/identities/readIdentities.ts'
import { Loaded } from '#account/Loaded.tsx'
import { Page } from '#account/Page.tsx'
import { attributesQuery } from '#account/queries.ts'
import { factorsQuery } from '#account/ways/queries.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Card } from '#ui/Card.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { SignOutElsewhere } from './SignOutElsewhere.tsx'

/** Another password, and then an end to what the old one may have let in. */
export function PasswordPage() {
  const text = useText()
  const session = useSession()
  const factors = useQuery(factorsQuery(session))
  const attributes = useQuery(attributesQuery(session))
  const [changed, setChanged] = useState<string>()
  const isElsewhere = readIdentities(attributes.data?.['identities']).some(({ primary }) => primary)

  function content(hasPassword: boolean) {
    // Whoever comes from another service has no password here, and is not given one.
    if (isElsewhere) return <Alert tone="note">{text('changePassword.elsewhere')}</Alert>
    if (changed !== undefined) return <Changed password={changed} />
    return <ChangePasswordForm hasPassword={hasPassword} onChanged={setChanged} />
  }

  return (
    <Page title={text('changePassword.title')} lead={text('changePassword.lead')}>
      <Card title={text('changePassword.card')}>
        <Loaded query={factors} rows={3} failed={text('changePassword.failed')}>
          {({ password }) => content(password)}
        </Loaded>
      </Card>
    </Page>
  )
}

/** Takes the focus, since the form that had it is gone. */
function Changed({ password }: { password: string }) {
  const text = useText()
  const around = useRef<HTMLDivElement>(null)
  useEffect(() => around.current?.focus(), [])
  return (
    <div className="stack-tight" tabIndex={-1} ref={around}>
      <Alert tone="success">{text('changePassword.changed')}</Alert>
      <SignOutElsewhere password={password} />
    </div>
  )
}
