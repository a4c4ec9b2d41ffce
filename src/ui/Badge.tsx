interface BadgeProps {
  tone?: 'neutral' | 'good' | 'warning' | 'danger'
  children: string
}

/** A one-word state of the thing beside it. The colour is decoration: the word says it all. */
export function Badge({ tone = 'neutral', children }: BadgeProps) {
  return <span className={tone === 'neutral' ? 'badge' : `badge badge-${tone}`}>{children}</span>
}
