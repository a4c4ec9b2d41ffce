import { useState } from 'react'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { Field } from '#ui/Field.tsx'
import { useAnnounce, useToast } from '#ui/LiveRegion.tsx'
import { Progress } from '#ui/Progress.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { Steps } from '#ui/Steps.tsx'
import { Sample, type Entry } from './Sample.tsx'
import { longText } from './words.ts'

function ToastButtons() {
  const toast = useToast()
  const announce = useAnnounce()
  return (
    <div className="sample-row">
      <Button look="secondary" onClick={() => toast('Your changes are saved.')}>
        Show a toast
      </Button>
      <Button look="secondary" onClick={() => toast(longText)}>
        Show a long one
      </Button>
      <Button look="secondary" onClick={() => announce('Only to be heard.')}>
        Announce only
      </Button>
    </div>
  )
}

function RenameDialog() {
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

function DeleteDialog() {
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
        closeLabel="Close"
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

function LongDialog() {
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
        closeLabel="Close"
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

export const feedback: Entry[] = [
  {
    name: 'Alert',
    samples: () => (
      <>
        <Sample title="Note">
          <Alert tone="note">You have been signed out, as you were away for long.</Alert>
        </Sample>
        <Sample title="Success">
          <Alert tone="success">Your password is changed. Sign in with the new one.</Alert>
        </Sample>
        <Sample title="Error">
          <Alert tone="error">That user name and password do not belong together.</Alert>
        </Sample>
        <Sample title="With a title, long text">
          <Alert tone="error" title="You cannot sign in at the moment">
            {longText}. <a href="#alert">Get help</a>
          </Alert>
        </Sample>
      </>
    ),
  },
  {
    name: 'ErrorSummary',
    samples: () => (
      <Sample title="Of a form with several problems">
        <ErrorSummary
          title="There is a problem"
          problems={[
            { field: 'field-empty', message: 'Enter your given name.' },
            { field: 'phone-invalid', message: 'Enter a whole phone number.' },
            { message: 'The server is busy. Try again in a minute.' },
          ]}
        />
      </Sample>
    ),
  },
  {
    name: 'LiveRegion',
    samples: () => (
      <Sample title="Toasts and announcements">
        <ToastButtons />
      </Sample>
    ),
  },
  {
    name: 'Dialog',
    samples: () => (
      <>
        <Sample title="With a field">
          <RenameDialog />
        </Sample>
        <Sample title="Danger">
          <DeleteDialog />
        </Sample>
        <Sample title="Long text">
          <LongDialog />
        </Sample>
      </>
    ),
  },
  {
    name: 'Progress',
    samples: () => (
      <>
        <Sample title="Known">
          <Progress label="Nothing yet" value={0} />
          <Progress label="Two fifths" value={0.4} />
          <Progress label="All" value={1} />
        </Sample>
        <Sample title="Unknown">
          <Progress label="Waiting for your phone" />
        </Sample>
      </>
    ),
  },
  {
    name: 'Steps',
    samples: () => (
      <>
        <Sample title="First">
          <Steps step={1} of={3} label="Step 1 of 3" />
        </Sample>
        <Sample title="Later, of many">
          <Steps step={5} of={7} label="Step 5 of 7" />
        </Sample>
      </>
    ),
  },
  {
    name: 'Skeleton',
    samples: () => (
      <Sample title="Three rows" wide>
        <Skeleton rows={3} label="Your details are on their way" />
      </Sample>
    ),
  },
]
