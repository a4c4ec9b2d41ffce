/** Reads a list of Cognito's to its end. `load` is given what the page before said comes next. */
export async function allPages<Item>(
  load: (next: string | undefined) => Promise<{ items: Item[]; next: string | undefined }>,
): Promise<Item[]> {
  const all: Item[] = []
  let next: string | undefined
  do {
    const page = await load(next)
    all.push(...page.items)
    next = page.next
  } while (next !== undefined)
  return all
}
