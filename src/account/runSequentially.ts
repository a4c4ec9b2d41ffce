/**
 * Does the same to several things, one after the other, and goes on where it fails. Rejects in the end
 * with what the first that failed was rejected with.
 */
export async function runSequentially<Item>(
  items: readonly Item[],
  run: (item: Item) => Promise<unknown>,
): Promise<void> {
  const rejections: Promise<unknown>[] = []
  for (const item of items) {
    const running = run(item)
    await running.catch(() => rejections.push(running))
  }
  await rejections[0]
}
