/**
 * Works on several items at a time. After a failure it starts no more items and waits for those in
 * progress, so that nothing is written after the caller learns of the failure.
 *
 * @throws the first failure.
 */
export async function inParallel<Item>(
  items: Iterable<Item>,
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items]
  let failed = false
  async function workOff(): Promise<void> {
    for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
      try {
        await work(item)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const results = await Promise.allSettled(Array.from({ length: width }, workOff))
  const failure = results.find((result) => result.status === 'rejected')
  if (failure) throw failure.reason
}
