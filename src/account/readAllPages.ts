/** Reads a list of Cognito's to its end. `load` is given what the page before said comes next. */
export async function readAllPages<Item>(
  load: (next: string | undefined) => Promise<{ items: Item[]; next: string | undefined }>,
): Promise<Item[]> {
  const items: Item[] = []
  let next: string | undefined
  do {
    const page = await load(next)
    items.push(...page.items)
    next = page.next
  } while (next !== undefined)
  return items
}
