/** A line between two alternatives, with a word such as "or" in the middle. */
export function Divider({ children }: { children: string }) {
  return <p className="divider">{children}</p>
}
