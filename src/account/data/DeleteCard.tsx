import { useState } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { useRequireRecentSignIn } from '#auth/recentSignIn.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { DeleteForm } from './DeleteForm.tsx'
import { DownloadButton } from './DownloadButton.tsx'

/** Lists what a deletion removes, and opens the dialog that deletes the account. */
export function DeleteCard() {
  const t = useTranslate()
  const { email, username } = useSession()
  const { enabled } = useConfig().signUp
  const requireRecentSignIn = useRequireRecentSignIn()
  const [open, setOpen] = useState(false)
  const name = email ?? username
  const close = () => setOpen(false)

  async function begin() {
    if (await requireRecentSignIn()) setOpen(true)
  }

  return (
    <Card title={t('data.delete')}>
      <div className="stack-tight">
        <p>{t('data.deleteLead')}</p>
        <ul>
          <li>{t('data.lose.details')}</li>
          <li>{t('data.lose.sessions')}</li>
          <li>{t('data.lose.groups')}</li>
        </ul>
        <p className="soft">
          {enabled && `${t('data.again')} `}
          {t('data.elsewhere')}
        </p>
        <p>
          <Button look="danger" onClick={() => void begin()}>
            {t('data.begin')}
          </Button>
        </p>
      </div>
      <Dialog
        open={open}
        onClose={close}
        title={t('data.sure')}
        closeLabel={t('data.keep')}
        tone="danger"
      >
        <p>
          {t('data.sureLead', { name })} {t('data.sureCopy')}
        </p>
        <DownloadButton look="secondary" />
        <DeleteForm name={name} onClose={close} />
      </Dialog>
    </Card>
  )
}
