import type { ReactNode } from 'react'
import { attributeLabel } from '#i18n/attributeText.ts'
import { formatDate, formatDateTime } from '#i18n/format.ts'
import type { Text } from '#i18n/text.ts'
import { Badge } from '#ui/Badge.tsx'

/** Said elsewhere, or of no use to the person they are about. */
const unlisted = new Set(['sub', 'email_verified', 'phone_number_verified', 'identities'])

/** What people look for first stands first; the rest follows in the order of its labels. */
const first = ['email', 'phone_number', 'name', 'given_name', 'family_name']

function place(name: string): number {
  const index = first.indexOf(name)
  return index === -1 ? first.length : index
}

function valueOf(name: string, value: string, text: Text): string {
  if (name === 'birthdate') return formatDate(text, value)
  // OpenID Connect counts this one in seconds.
  if (name === 'updated_at' && /^\d+$/.test(value))
    return formatDateTime(text, Number(value) * 1000)
  return value
}

function VerifiedBadge({ verified, text }: { verified: boolean; text: Text }) {
  return (
    <Badge tone={verified ? 'good' : 'neutral'}>
      {text(verified ? 'account.verified' : 'account.unverified')}
    </Badge>
  )
}

/** A user's attributes as a list of details, in people's words and order. */
export function attributeItems(
  attributes: Record<string, string>,
  text: Text,
): { key: string; term: string; value: ReactNode }[] {
  const items = Object.entries(attributes)
    .filter(([name]) => !unlisted.has(name))
    .map(([name, value]) => {
      const verified = attributes[`${name}_verified`]
      return {
        key: name,
        term: attributeLabel(name, text),
        value: (
          <>
            {valueOf(name, value, text)}
            {verified !== undefined && <VerifiedBadge verified={verified === 'true'} text={text} />}
          </>
        ),
      }
    })
    .toSorted((a, b) => place(a.key) - place(b.key) || a.term.localeCompare(b.term, text.locale))
  const { sub } = attributes
  if (sub === undefined) return items
  // Last, for reading out to a support desk.
  const id = <span className="mono">{sub}</span>
  return [...items, { key: 'sub', term: text('account.id'), value: id }]
}
