const ends = new Set<() => void>()

/** Undoes, after the last test of this file, what would outlive it: a worker keeps its modules from file to file. */
export function atEndOfFile(end: () => void): void {
  ends.add(end)
}

/** Called by `setup.ts`. */
export function endFile(): void {
  for (const end of ends) end()
  ends.clear()
}
