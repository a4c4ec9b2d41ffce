import { useState } from 'react'

interface SignInFormProps {
  /** Signs in. Resolves to the user's email address. */
  signIn: (username: string, password: string) => Promise<string>
}

/** The plainest sign-in page: a form, and after the sign-in the user's email address. */
export function SignInForm({ signIn }: SignInFormProps) {
  const [pending, setPending] = useState(false)
  const [email, setEmail] = useState<string>()
  const [problem, setProblem] = useState<string>()

  async function submit(read: FormData) {
    setPending(true)
    setProblem(undefined)
    try {
      setEmail(await signIn(textOf(read, 'username'), textOf(read, 'password')))
    } catch (error) {
      setProblem(String(error))
    } finally {
      setPending(false)
    }
  }

  if (email !== undefined) {
    return (
      <main>
        <h1>Account</h1>
        <p>{email}</p>
      </main>
    )
  }
  return (
    <main>
      <h1>Sign in</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit(new FormData(event.currentTarget))
        }}
      >
        <p>
          <label>
            E-mail address <input name="username" autoComplete="username" />
          </label>
        </p>
        <p>
          <label>
            Password <input name="password" type="password" autoComplete="current-password" />
          </label>
        </p>
        {problem !== undefined && <p role="alert">{problem}</p>}
        <button type="submit" disabled={pending}>
          Sign in
        </button>
      </form>
    </main>
  )
}

function textOf(read: FormData, name: string): string {
  const value = read.get(name)
  return typeof value === 'string' ? value : ''
}
