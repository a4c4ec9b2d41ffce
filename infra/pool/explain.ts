import { Refusal } from '../Refusal.ts'

/** What AWS calls it when whoever asks may not. */
const denied = ['AccessDeniedException', 'NotAuthorizedException']

/** What AWS, or its SDK, calls it when it does not know who asks. */
const unknownCaller = [
  'CredentialsProviderError',
  'TokenProviderError',
  'ExpiredTokenException',
  'IncompleteSignatureException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
  'UnrecognizedClientException',
]

const always = ['DescribeUserPool', 'DescribeUserPoolClient', 'GetUserPoolMfaConfig']
const forProviders = ['ListIdentityProviders', 'DescribeIdentityProvider']

/**
 * Calls one action of Cognito.
 * @throws Refusal in words that say what to do, where AWS refuses or cannot be reached
 */
export async function ask<Answer>(action: string, call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof Error) throw new Refusal(sentence(action, error), { cause: error })
    throw error
  }
}

function sentence(action: string, { name, message }: Error): string {
  if (denied.includes(name)) {
    return `These credentials may not read the pool: ${action} was denied. They need the IAM actions ${needed(action)}. AWS says: ${message}`
  }
  if (unknownCaller.includes(name)) {
    return `AWS does not know who asks. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, to credentials with the IAM actions ${needed(action)}. It says: ${message}`
  }
  if (name === 'ResourceNotFoundException') {
    return `${message} Is it the id of another pool, or of another AWS account?`
  }
  return `${action} failed: ${message || name}`
}

function needed(action: string): string {
  const actions = [...always, ...(forProviders.includes(action) ? forProviders : [])]
  return actions.map((one) => `cognito-idp:${one}`).join(', ')
}
