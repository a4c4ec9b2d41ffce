/** Parameters of a link in an email. */
export interface MailLink {
  username: string
  code: string
}
