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

/** Carries an uncontrolled form through its life: check, submit once, say what went wrong. */
export function useForm({ check, submit, explain }: Steps): FormControl {
  const [failure, setFailure] = useState<{ problems: readonly Problem[]; attempt: number }>({
    problems: [],
    attempt: 0,
  })
  const [pending, setPending] = useState(false)
  // State arrives a render late; a double click does not wait for it.
  const running = useRef(false)

  const fail = (problems: readonly Problem[]) =>
    setFailure(({ attempt }) => ({ problems, attempt: attempt + 1 }))

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (running.current) return
    const data = new FormData(event.currentTarget)
    const read: Read = (name) => {
      const value = data.get(name)
      return typeof value === 'string' ? value : ''
    }
    const found = check(read).filter((problem) => problem !== false)
    if (found.length > 0) {
      fail(found)
      return
    }
    running.current = true
    setPending(true)
    // Success leaves the form pending: the page is leaving, and must not be answered twice.
    const sending = async () => submit(read)
    sending().catch((error: unknown) => {
      running.current = false
      setPending(false)
      fail([explain(error)])
    })
  }

  return { ...failure, pending, onSubmit }
}
