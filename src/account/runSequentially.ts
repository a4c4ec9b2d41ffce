/**
 * Runs an action for each item, one after the other, and continues after a failure.
 *
 * @throws the first rejection, once all items are done.
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
