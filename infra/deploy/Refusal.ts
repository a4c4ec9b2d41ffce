/**
 * What was asked for cannot be done, and nothing has been written. The message is for the operator:
 * a sentence, or one a line, naming the file or option and what to do.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}
