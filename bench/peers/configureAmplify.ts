import { Amplify } from 'aws-amplify'

/** Points Amplify to the pool of the benchmark. */
export function configureAmplify(): void {
  const { userPoolId, userPoolClientId, endpoint } = benchPool
  Amplify.configure({
    Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint: endpoint } },
  })
}
