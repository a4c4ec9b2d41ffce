/** What a link in a mail brings along. */
export interface EmailLink {
  username: string
  code: string
}
