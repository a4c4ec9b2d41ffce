import type { Operation } from '#local-cognito/operation.ts'

type Sdk = typeof import('@aws-sdk/client-cognito-identity-provider')

type Awaitable<Command> = Command extends abstract new (input: infer Input) => {
  resolveMiddleware: (...never: never[]) => (...never: never[]) => Promise<{ output: infer Output }>
}
  ? Operation<Input, Wire<Omit<Output, '$metadata'>>>
  : never

/** An operation whose output has no members may have no output shape at all, hence no body. */
type Wire<Output> = keyof Output extends never ? object | void : Output

/** The wire contract: every action of the API, in AWS's own types. */
type Contract = {
  [Key in keyof Sdk as Key extends `${infer Action}Command` ? Action : never]: Awaitable<Sdk[Key]>
}

/** The actions that are served. One with the wrong input or output does not compile. */
export const operations = {} satisfies Partial<Contract>
