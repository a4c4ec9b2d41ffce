import { useRef, useState, type SubmitEvent } from 'react'

/** Something that keeps a form from going through; at a field of it, or as a whole. */
export interface Problem {
  field?: string
  message: string
}

/** Gives what is in the field of that name; empty when there is none. Never trimmed. */
export type Read = (name: string) => string

export interface FormControl {
  problems: readonly Problem[]
  /** Counts the failed attempts: the same problem twice is to be noticed twice. */
  attempt: number
  pending: boolean
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void
}

interface Steps {
  /** What can be seen to be wrong without asking anyone. `false` entries are ignored. */
  check: (read: Read) => (Problem | false)[]
  /** Resolves when the form has done its work and its page is about to leave. */
  submit: (read: Read) => Promise<void>
  /** Turns what `submit` rejected with into words. */
  explain: (error: unknown) => Problem
}

/** Why the last attempt failed. Kept instead of the words for it, which follow the language. */
type Failure = { entered: FormData } | { error: unknown }

function reader(data: FormData): Read {
  return (name) => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
}

/** Carries an uncontrolled form through its life: check, submit once, say what went wrong. */
export function useForm({ check, submit, explain }: Steps): FormControl {
  const [{ failure, attempt }, setFailed] = useState<{ failure?: Failure; attempt: number }>({
    attempt: 0,
  })
  const [pending, setPending] = useState(false)
  // State arrives a render late; a double click does not wait for it.
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
    // With the button that was pressed, where it has a name.
    const entered = new FormData(event.currentTarget, event.nativeEvent.submitter)
    if (faults(entered).length > 0) {
      fail({ entered })
      return
    }
    running.current = true
    setPending(true)
    // Success leaves the form pending: the page is leaving, and must not be answered twice.
    const sending = async () => submit(reader(entered))
    sending().catch((error: unknown) => {
      running.current = false
      setPending(false)
      fail({ error })
    })
  }

  return { problems: problems(), attempt, pending, onSubmit }
}
