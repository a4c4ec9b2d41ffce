import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { readIdentities } from '#account/identities/readIdentities.ts'
import { QueryResult } from '#account/QueryResult.tsx'
import { AccountPage } from '#account/AccountPage.tsx'
import { attributesQuery } from '#account/attributesQuery.ts'
import { factorsQuery } from '#account/security/securityQueries.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Card } from '#ui/Card.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { SignOutElsewhere } from './SignOutElsewhere.tsx'

/** Changes the password, and then offers to end all other sessions. */
export function PasswordPage() {
  const t = useTranslate()
  const session = useSession()
  const factors = useQuery(factorsQuery(session))
  const attributes = useQuery(attributesQuery(session))
  const [newPassword, setNewPassword] = useState<string>()
  const isFederated = readIdentities(attributes.data?.['identities']).some(({ primary }) => primary)

  function content(hasPassword: boolean) {
    // Federated users have no password in the pool.
    if (isFederated) return <Alert tone="note">{t('changePassword.elsewhere')}</Alert>
    if (newPassword !== undefined) return <PasswordChanged password={newPassword} />
    return <ChangePasswordForm hasPassword={hasPassword} onChanged={setNewPassword} />
  }

  return (
    <AccountPage title={t('changePassword.title')} lead={t('changePassword.lead')}>
      <Card title={t('changePassword.card')}>
        <QueryResult query={factors} rows={3} errorTitle={t('changePassword.failed')}>
          {({ hasPassword }) => content(hasPassword)}
        </QueryResult>
      </Card>
    </AccountPage>
  )
}

/** Takes the focus, because the form that had it is removed. */
function PasswordChanged({ password }: { password: string }) {
  const t = useTranslate()
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => container.current?.focus(), [])
  return (
    <div className="stack-tight" tabIndex={-1} ref={container}>
      <Alert tone="success">{t('changePassword.changed')}</Alert>
      <SignOutElsewhere password={password} />
    </div>
  )
}
