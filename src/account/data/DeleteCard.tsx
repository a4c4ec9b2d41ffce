import { useState } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { useRequireRecentSignIn } from '#auth/recentSignIn.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { DeleteForm } from './DeleteForm.tsx'
import { Download } from './Download.tsx'

/** What is lost with the account, and the way to lose it. */
export function DeleteCard() {
  const text = useText()
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
    <Card title={text('data.delete')}>
      <div className="stack-tight">
        <p>{text('data.deleteLead')}</p>
        <ul>
          <li>{text('data.lose.details')}</li>
          <li>{text('data.lose.sessions')}</li>
          <li>{text('data.lose.groups')}</li>
        </ul>
        <p className="soft">
          {enabled && `${text('data.again')} `}
          {text('data.elsewhere')}
        </p>
        <p>
          <Button look="danger" onClick={() => void begin()}>
            {text('data.begin')}
          </Button>
        </p>
      </div>
      <Dialog
        open={open}
        onClose={close}
        title={text('data.sure')}
        closeLabel={text('data.keep')}
        tone="danger"
      >
        <p>
          {text('data.sureLead', { name })} {text('data.sureCopy')}
        </p>
        <Download look="secondary" />
        <DeleteForm name={name} onClose={close} />
      </Dialog>
    </Card>
  )
}
