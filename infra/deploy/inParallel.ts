/**
 * Works on several items at a time. After a failure nothing new is begun, and what is under way is
 * waited for: whoever hears of the failure can rely on nothing being written after it.
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
  async function takeTurns(): Promise<void> {
    for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
      try {
        await work(item)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const turns = await Promise.allSettled(Array.from({ length: width }, takeTurns))
  const failure = turns.find((turn) => turn.status === 'rejected')
  if (failure) throw failure.reason
}
