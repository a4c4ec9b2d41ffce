/** What a link in a mail brings along. */
export interface MailLink {
  username: string
  code: string
}
