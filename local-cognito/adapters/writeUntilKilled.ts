import { openStateFile } from './stateFile.ts'

// Process for `stateFile.test.ts`, which kills it: changes the state file of its first argument
// without end, and prints the number of each change once it is saved. Every fifth change compacts.

const LENGTH = 40_000

const [, , file = ''] = process.argv
const { store, append } = await openStateFile(file)
const [before = 0] = store.attempts.get('key') ?? []
for (let change = before + 1; ; change += 1) {
  store.attempts.set(
    'key',
    Array.from({ length: LENGTH }, () => change),
  )
  store.attempts.set(`key ${change % 3}`, [change])
  store.attempts.delete(`key ${(change + 1) % 3}`)
  await append(store.takeChanges() ?? {})
  process.stdout.write(`${change}\n`)
}
