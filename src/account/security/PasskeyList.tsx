import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '#account/ConfirmDialog.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { useRequireRecentSignIn, useWithRecentSignIn } from '#auth/recentSignIn.ts'
import { supportsPasskeys } from '#auth/supportsPasskeys.ts'
import { formatDateTime } from '#i18n/format.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Icon } from '#ui/Icon.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { icons } from '#ui/icons.ts'
import { Row } from '#ui/Row.tsx'
import { RowList } from '#ui/RowList.tsx'
import { AddPasskey } from './AddPasskey.tsx'
import { PasskeyMfa } from './PasskeyMfa.tsx'
import { passkeysQuery, type Factors, type Passkey } from './securityQueries.ts'

interface PasskeyListProps {
  passkeys: Passkey[]
  /** Undefined while they load or if they failed to; there is no warning about the last method then. */
  factors: Factors | undefined
}

export function PasskeyList({ passkeys, factors }: PasskeyListProps) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const requireRecentSignIn = useRequireRecentSignIn()
  const withRecentSignIn = useWithRecentSignIn()
  const [toDelete, setToDelete] = useState<Passkey>()
  const nameOf = ({ name }: Passkey) => name ?? t('security.passkey')

  async function askToDelete(passkey: Passkey) {
    if (await requireRecentSignIn()) setToDelete(passkey)
  }

  async function remove() {
    if (!toDelete) return
    await withRecentSignIn(() =>
      session.callCognito('DeleteWebAuthnCredential', { CredentialId: toDelete.id }),
    )
    setToDelete(undefined)
    await client.invalidateQueries(passkeysQuery(session))
    toast(t('security.passkeyDeleted'))
  }

  const isLastMethod = factors?.hasPassword === false && passkeys.length === 1
  return (
    <div className="stack-tight">
      {passkeys.length === 0 ? (
        <EmptyState
          icon={<Icon shape={icons.key} />}
          title={t('security.noPasskey')}
          text={t('security.noPasskeyLead')}
        />
      ) : (
        <RowList label={t('security.passkeys')}>
          {passkeys.map((passkey) => (
            <Row
              key={passkey.id}
              media={<Icon shape={icons.key} />}
              title={<bdi>{nameOf(passkey)}</bdi>}
              description={
                passkey.createdAt !== undefined &&
                t('security.created', { date: formatDateTime(t, passkey.createdAt) })
              }
              actions={
                <Button look="quiet" onClick={() => void askToDelete(passkey)}>
                  {t('security.delete')}
                  <span className="visually-hidden">: {nameOf(passkey)}</span>
                </Button>
              }
            />
          ))}
        </RowList>
      )}
      {factors && factors.enabled.length > 0 && passkeys.length > 0 && (
        <PasskeyMfa factors={factors} />
      )}
      {supportsPasskeys() ? <AddPasskey /> : <p className="soft">{t('security.unsupported')}</p>}
      <ConfirmDialog
        open={toDelete !== undefined}
        onClose={() => setToDelete(undefined)}
        title={t('security.deleteTitle')}
        action={t('security.delete')}
        onConfirm={remove}
      >
        <p>{toDelete && t('security.deleteLead', { passkey: nameOf(toDelete) })}</p>
        {isLastMethod && <p>{t('security.deleteLast')}</p>}
      </ConfirmDialog>
    </div>
  )
}
