/**
 * What was asked for cannot be done, and nothing has been written. The message is for whoever typed
 * the command: a sentence, or one a line, naming the file or option and what to do. Anything else
 * that is thrown is a mistake of ours.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}
