import { paths } from '#paths.ts'

/** Where each page of the account is. Apart from `paths.ts`, which is in the first load. */
export const accountPaths = {
  profile: paths.account,
  password: `${paths.account}/password`,
  ways: `${paths.account}/sign-in`,
  devices: `${paths.account}/devices`,
  sessions: `${paths.account}/sessions`,
  identities: `${paths.account}/identities`,
  access: `${paths.account}/access`,
  data: `${paths.account}/data`,
} as const
