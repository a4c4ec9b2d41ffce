import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserAttribute,
} from 'amazon-cognito-identity-js'
import { render } from './render.tsx'
import { SignInForm } from './SignInForm.tsx'

const pool = new CognitoUserPool({
  UserPoolId: benchPool.userPoolId,
  ClientId: benchPool.userPoolClientId,
  endpoint: benchPool.endpoint,
})

async function signInAndRead(username: string, password: string): Promise<string> {
  const user = new CognitoUser({ Username: username, Pool: pool })
  await new Promise<void>((resolve, reject) => {
    user.authenticateUser(new AuthenticationDetails({ Username: username, Password: password }), {
      onSuccess: () => resolve(),
      onFailure: (error: Error) => reject(error),
    })
  })
  const attributes = await new Promise<CognitoUserAttribute[]>((resolve, reject) => {
    user.getUserAttributes((error, found) => (error ? reject(error) : resolve(found ?? [])))
  })
  return attributes.find((attribute) => attribute.getName() === 'email')?.getValue() ?? ''
}

render(<SignInForm signIn={signInAndRead} />)
