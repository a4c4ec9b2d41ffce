/**
 * Does the same to several things, one after the other, and goes on where it fails. Rejects in the end
 * with what the first that failed was rejected with.
 */
export async function forEachOf<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
): Promise<void> {
  const failed: Promise<unknown>[] = []
  for (const item of items) {
    const acting = act(item)
    await acting.catch(() => failed.push(acting))
  }
  await failed[0]
}
