import type { Cognito } from '#local-cognito/cognito.ts'
import type { Checked, Members } from '#local-cognito/http/constraints.ts'

/**
 * One action of the API. `Input` and `Output` are AWS's own request and response types; an
 * operation without an output shape has `Output` void and answers an empty body.
 */
export interface Operation<Input, Output> {
  readonly members: Members<Input>
  /** Requires IAM credentials (admin and pool operations): refused without a signature. */
  readonly signed?: true
  /**
   * Slow work that must not delay other requests, such as creating a pool's keys; runs before the
   * queue.
   */
  readonly prepare?: (input: Checked<Input>, cognito: Cognito) => Promise<unknown>
  /** Runs exclusively: no other operation of this Cognito runs between its awaits. */
  readonly run: (input: Checked<Input>, cognito: Cognito) => Promise<Output> | Output
}

export const operation = <Input, Output>(definition: Operation<Input, Output>) => definition
