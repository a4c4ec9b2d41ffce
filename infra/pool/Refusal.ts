/**
 * Why the command does not do what it was asked: a sentence for whoever typed it, that says what to
 * do. Anything else that is thrown is a mistake of ours.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}
