// Nothing but this draws with it, and whoever uses this loads it late.
// oxlint-disable-next-line no-restricted-imports -- the one package that ui is made with
import { encode } from 'uqr'

/** Modules of light around the code: with less, some readers do not find it. */
const quietZone = 4

/** One run of dark modules after another, row by row. */
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

/** A QR code, dark on light whatever the theme: many readers know no other. `label` says what it is for. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone })
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={pathOf(data)} />
    </svg>
  )
}
