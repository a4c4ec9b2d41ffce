import { Fragment } from 'react'

/** An email address or a username; long ones wrap before `@` and dots. */
export function BreakableName({ name }: { name: string }) {
  const parts = name.split(/(?=[@.])/)
  return parts.map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the parts of one name never move
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
