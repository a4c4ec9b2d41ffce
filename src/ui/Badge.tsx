interface BadgeProps {
  tone?: 'neutral' | 'good' | 'warning' | 'danger'
  children: string
}

/** A word on what it stands beside. The colour only underlines it. */
export function Badge({ tone = 'neutral', children }: BadgeProps) {
  return <span className={tone === 'neutral' ? 'badge' : `badge badge-${tone}`}>{children}</span>
}
