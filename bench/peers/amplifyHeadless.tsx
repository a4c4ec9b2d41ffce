import { fetchUserAttributes, signIn } from 'aws-amplify/auth'
import { configureAmplify } from './configureAmplify.ts'
import { render } from './render.tsx'
import { SignInForm } from './SignInForm.tsx'

async function signInAndRead(username: string, password: string): Promise<string> {
  const { nextStep } = await signIn({ username, password })
  if (nextStep.signInStep !== 'DONE') throw new Error(`Amplify asks for ${nextStep.signInStep}`)
  return (await fetchUserAttributes()).email ?? ''
}

configureAmplify()
render(<SignInForm signIn={signInAndRead} />)
