/**
 * Reads all pages of a Cognito list.
 *
 * @param load reads one page; takes the pagination token of the page before, undefined for the first.
 */
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
