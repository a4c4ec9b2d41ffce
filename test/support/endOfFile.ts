const ends = new Set<() => void>()

/** Registers a clean-up for the end of this file: a worker keeps its modules from file to file. */
export function atEndOfFile(end: () => void): void {
  ends.add(end)
}

/** Called by `setup.ts`. */
export function endFile(): void {
  for (const end of ends) end()
  ends.clear()
}
