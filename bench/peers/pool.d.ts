/** Pool of the benchmark. `bench/build.ts` puts it into each page. */
declare const benchPool: {
  region: string
  userPoolId: string
  userPoolClientId: string
  /** Address of the local Cognito. */
  endpoint: string
}
