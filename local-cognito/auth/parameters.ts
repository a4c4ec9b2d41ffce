import { invalidParameter } from '#local-cognito/errors.ts'

/** @throws CognitoError `InvalidParameterException` when the key is missing or empty */
export function requiredParameter(parameters: Record<string, string>, key: string) {
  const value = parameters[key]
  if (!value) throw invalidParameter(`Missing required parameter ${key}`)
  return value
}
