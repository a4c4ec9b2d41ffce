/** Parameters of a link in an email. */
export interface EmailLink {
  username: string
  code: string
}
