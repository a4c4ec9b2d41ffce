/** A time of Cognito's, which are seconds with fractions on the wire, in milliseconds. */
export function toEpochMs(time: unknown): number | undefined {
  return typeof time === 'number' ? time * 1000 : undefined
}
