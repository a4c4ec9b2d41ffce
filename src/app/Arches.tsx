/** Half widths of the arches, outermost first: each three quarters of the one before. */
const halfWidths = Array.from({ length: 6 }, (_, depth) => 330 * 0.74 ** depth)

const arch = (half: number) =>
  `M${300 - half} 900V${Math.round(860 - half * 1.55)}a${half} ${half} 0 0 1 ${2 * half} 0V900Z`

/** The picture of the doorway: gate behind gate, and a light in the last one. */
export function Arches() {
  return (
    <svg
      className="arches"
      viewBox="0 0 600 900"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <linearGradient id="arches-light" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className="arches-glow" />
          <stop offset="1" className="arches-ember" />
        </linearGradient>
      </defs>
      {halfWidths.map((half) => (
        <path className="arches-wall" d={arch(half)} key={half} />
      ))}
      <path fill="url(#arches-light)" d={arch(330 * 0.74 ** 6)} />
    </svg>
  )
}
