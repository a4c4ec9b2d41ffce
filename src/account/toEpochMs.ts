/** Epoch milliseconds of a time in a Cognito response, which is in seconds with fractions. */
export function toEpochMs(time: unknown): number | undefined {
  return typeof time === 'number' ? time * 1000 : undefined
}
