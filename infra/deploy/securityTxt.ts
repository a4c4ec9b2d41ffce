export const securityTxtPath = '.well-known/security.txt'

const dayMs = 24 * 60 * 60 * 1000

/** Sooner than this, nobody would remember to renew it in time. */
const leastDays = 60

/**
 * What is wrong with a security.txt, by RFC 9116: section 2.5.3 (Contact) and 2.5.5 (Expires).
 * An expired one tells finders of a hole that nobody is listening.
 *
 * @returns a sentence for each fault.
 */
export function securityTxtFaults(text: string, now: Date): string[] {
  const fields = text
    .split(/\r?\n/)
    .map((line) => /^([A-Za-z-]+):\s*(.*?)\s*$/.exec(line))
    .flatMap((found) => (found ? [{ name: found[1]?.toLowerCase(), value: found[2] ?? '' }] : []))
  const valuesOf = (name: string) =>
    fields.filter((field) => field.name === name).map(({ value }) => value)
  return [...contactFaults(valuesOf('contact')), ...expiresFaults(valuesOf('expires'), now)].map(
    (fault) => `${securityTxtPath} ${fault}`,
  )
}

function contactFaults(contacts: string[]): string[] {
  if (contacts.length === 0)
    return ['has no Contact: say where to report a hole (RFC 9116, 2.5.3).']
  return contacts
    .filter((contact) => !/^(mailto:|tel:|https:\/\/)\S+$/.test(contact))
    .map((contact) => `has Contact: ${contact}, which must begin with mailto:, tel: or https://.`)
}

function expiresFaults(expires: string[], now: Date): string[] {
  const [value] = expires
  if (value === undefined || expires.length > 1) {
    return [`has ${expires.length} lines Expires, and must have one (RFC 9116, 2.5.5).`]
  }
  const end = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/i.test(value)
    ? Date.parse(value)
    : Number.NaN
  if (Number.isNaN(end)) {
    return [`has Expires: ${value}, which must be a date like 2027-06-30T12:00:00Z.`]
  }
  const days = Math.floor((end - now.getTime()) / dayMs)
  if (days < 0) return [`expired on ${value}: look through it and set a new Expires.`]
  if (days >= leastDays) return []
  return [`expires in ${days} days, on ${value}: set an Expires at least ${leastDays} days ahead.`]
}
