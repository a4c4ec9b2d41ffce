import { useState, type ReactNode } from 'react'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'

interface ConfirmDialogProps {
  open: boolean
  onClose: () => void
  title: string
  /** Label of the button that confirms. */
  action: string
  /** Runs the action and closes the dialog. If it rejects, the dialog stays open and shows the error. */
  onConfirm: () => Promise<void>
  /** Replaces the usual error message. */
  explain?: (error: unknown) => string
  children: ReactNode
}

/** Asks for confirmation of an action that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, title, action, onConfirm, children } = props
  const t = useTranslate()
  const { explain = (error: unknown) => authErrorText(error, t).message } = props
  const [state, setState] = useState<{ pending?: true; error?: unknown }>({})

  function close() {
    setState({})
    onClose()
  }

  function confirm() {
    setState({ pending: true })
    onConfirm().then(
      () => setState({}),
      (error: unknown) => setState({ error }),
    )
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      tone="danger"
      actions={
        <>
          <Button look="secondary" onClick={close}>
            {t('account.cancel')}
          </Button>
          <Button look="danger" pending={state.pending === true} onClick={confirm}>
            {action}
          </Button>
        </>
      }
    >
      {children}
      {'error' in state && <Alert tone="error">{explain(state.error)}</Alert>}
    </Dialog>
  )
}
