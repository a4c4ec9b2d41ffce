import { Authenticator } from '@aws-amplify/ui-react'
import '@aws-amplify/ui-react/styles.css'
import { fetchUserAttributes } from 'aws-amplify/auth'
import { useEffect, useState } from 'react'
import { configureAmplify } from './configureAmplify.ts'
import { render } from './render.tsx'

/** The page behind the Authenticator: shows the email address of GetUser. */
function Account() {
  const [email, setEmail] = useState<string>()

  useEffect(() => {
    fetchUserAttributes().then(
      (attributes) => setEmail(attributes.email),
      (error: unknown) => reportError(error),
    )
  }, [])

  return (
    <main>
      <h1>Account</h1>
      <p>{email}</p>
    </main>
  )
}

configureAmplify()
render(
  <Authenticator>
    <Account />
  </Authenticator>,
)
