import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { useAnnounce, useToast } from '#ui/LiveRegion.tsx'
import { Progress } from '#ui/Progress.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { StepIndicator } from '#ui/StepIndicator.tsx'
import { DeleteDialog, KeyDialog, LongDialog, RenameDialog } from './dialogs.tsx'
import { Sample, type Entry } from './Sample.tsx'
import { longText } from './longText.ts'

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
        <Sample title="Announces">
          <KeyDialog />
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
    name: 'StepIndicator',
    samples: () => (
      <>
        <Sample title="First">
          <StepIndicator step={1} of={3} label="Step 1 of 3" />
        </Sample>
        <Sample title="Later, of many">
          <StepIndicator step={5} of={7} label="Step 5 of 7" />
        </Sample>
      </>
    ),
  },
  {
    name: 'Skeleton',
    samples: () => (
      <Sample title="Three rows" wide>
        <Skeleton rows={3} />
      </Sample>
    ),
  },
]
