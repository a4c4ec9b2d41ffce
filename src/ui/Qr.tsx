import type { ReactNode } from 'react'
import { encode } from 'uqr'

/** Light modules around the code (ISO/IEC 18004 demands 4): with less, some readers do not find it. */
const quietZone = 4

/** The dark modules as an SVG path, one rectangle for each horizontal run. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      [
        ...row
          .map((dark) => (dark ? '1' : '0'))
          .join('')
          .matchAll(/1+/g),
      ].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
    )
    .join('')
}

/** A QR code; dark on light in every theme, because many readers need that. `label` is its text alternative. */
export function Qr({ text, label }: { text: string; label: string }): ReactNode {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone })
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={pathOf(data)} />
    </svg>
  )
}
