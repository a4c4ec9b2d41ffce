/**
 * The request cannot be carried out, and nothing has been written. The message is for the operator: one
 * or more lines that name the file or option and say what to do. Any other error is a bug.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
