/**
 * Sends one request to Cognito.
 *
 * @throws Error with Cognito's answer, unless it is a success
 */
export async function callCognito<Answer>(action: string, input: object): Promise<Answer> {
  const response = await fetch(benchPool.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
    },
    body: JSON.stringify(input),
  })
  if (!response.ok) throw new Error(await response.text())
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Cognito's documented answer to the action
  return (await response.json()) as Answer
}
