import { useRef, useState, type SubmitEvent } from 'react'

/** A problem of a form: of one field, or of the form as a whole. */
export interface Problem {
  field?: string
  message: string
}

/** Reads a field by its name; empty if there is none. Not trimmed. */
export type Read = (name: string) => string

export interface FormControl {
  problems: readonly Problem[]
  /** Number of failed attempts: the same problem is focused and announced again. */
  attempt: number
  pending: boolean
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void
}

interface FormOptions {
  /** Validates without the server. `false` entries are ignored. */
  check: (read: Read) => (Problem | false)[]
  /** Resolves when the work is done. The form then stays pending: its page is about to be replaced. */
  submit: (read: Read) => Promise<void>
  /** Turns the error that `submit` rejected with into a message. */
  explain: (error: unknown) => Problem
}

/** Why the last attempt failed. Messages are made when it is drawn, so that they follow the language. */
type Failure = { entered: FormData } | { error: unknown }

function reader(data: FormData): Read {
  return (name) => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
}

/** Runs an uncontrolled form: validates, submits once, and explains what went wrong. */
export function useForm({ check, submit, explain }: FormOptions): FormControl {
  const [{ failure, attempt }, setFailed] = useState<{ failure?: Failure; attempt: number }>({
    attempt: 0,
  })
  const [pending, setPending] = useState(false)
  // A ref: a double click is faster than the next render.
  const running = useRef(false)

  const fail = (reason: Failure) =>
    setFailed((before) => ({ failure: reason, attempt: before.attempt + 1 }))

  const faults = (data: FormData) => check(reader(data)).filter((problem) => problem !== false)

  function problems(): readonly Problem[] {
    if (failure === undefined) return []
    return 'error' in failure ? [explain(failure.error)] : faults(failure.entered)
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (running.current) return
    // Includes the name and value of the pressed button.
    const entered = new FormData(event.currentTarget, event.nativeEvent.submitter)
    if (faults(entered).length > 0) {
      fail({ entered })
      return
    }
    running.current = true
    setPending(true)
    // After success the form stays pending, so that it cannot be submitted twice.
    const sending = async () => submit(reader(entered))
    sending().catch((error: unknown) => {
      running.current = false
      setPending(false)
      fail({ error })
    })
  }

  return { problems: problems(), attempt, pending, onSubmit }
}
