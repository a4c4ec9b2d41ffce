import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Field } from '#ui/Field.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { longText } from './longText.ts'

export function RenameDialog() {
  const [open, setOpen] = useState(false)
  const toast = useToast()
  const close = () => setOpen(false)

  function save() {
    close()
    toast('The passkey has a new name.')
  }

  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}>
        Rename the passkey
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title="Rename the passkey"
        closeLabel="Close"
        actions={
          <>
            <Button look="secondary" onClick={close}>
              Cancel
            </Button>
            <Button onClick={save}>Save</Button>
          </>
        }
      >
        <Field name="dialog-name" label="Name" defaultValue="Laptop" />
      </Dialog>
    </>
  )
}

export function DeleteDialog() {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        Delete the account
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title="Delete your account?"
        tone="danger"
        actions={
          <>
            <Button look="secondary" onClick={close}>
              Keep it
            </Button>
            <Button look="danger" onClick={close}>
              Delete
            </Button>
          </>
        }
      >
        <p>What is in it will be gone for good, and nobody can bring it back.</p>
      </Dialog>
    </>
  )
}

/** Announces a message while it stays open. */
export function KeyDialog() {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}>
        Show the key
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title="Your key"
        actions={<Button onClick={close}>Done</Button>}
      >
        <p>JBSW Y3DP EHPK 3PXP</p>
        <CopyButton text="JBSW Y3DP EHPK 3PXP" label="Copy the key" />
      </Dialog>
    </>
  )
}

export function LongDialog() {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}>
        Read a lot
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={longText}
        actions={<Button onClick={close}>I have read it</Button>}
      >
        {Array.from({ length: 24 }, (_, index) => (
          <p key={index}>
            {index + 1}. {longText}.
          </p>
        ))}
      </Dialog>
    </>
  )
}
