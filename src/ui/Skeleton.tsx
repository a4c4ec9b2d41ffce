/** Stands where lines of text will be, as high as they will be. `label` says that they are coming. */
export function Skeleton({ rows, label }: { rows: number; label: string }) {
  return (
    <div className="skeleton" role="img" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div className="skeleton-row" key={row}>
          <span />
          <span />
        </div>
      ))}
    </div>
  )
}
