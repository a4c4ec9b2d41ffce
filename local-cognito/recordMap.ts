/**
 * Map of plain records that finds out what changed, however it was changed: it watches every record
 * that it hands out, and compares its JSON with that of the last `takeChanges`. Neither that nor
 * `find` costs more with more records.
 *
 * A record must be read again after a `takeChanges` before it is changed again, or watched again.
 * `createCognito` takes the changes at the end of each job, so a job must not change what was read
 * before it.
 * @example
 * ```ts
 * const users = new RecordMap<User>(({ attributes: { email } }) => (email ? [email] : []))
 * users.set('jo', jo)
 * users.find('jo@example.com') // [jo]
 * users.takeChanges() // { jo }
 * ```
 */
export class RecordMap<T> extends Map<string, T> {
  /** Keys of records that may have changed since the last `takeChanges`. */
  readonly #watched = new Set<string>()
  /** JSON of each record as of the last `takeChanges`. */
  readonly #taken = new Map<string, string>()
  readonly #termsOf: (record: T) => string[]
  /** Terms under which each record is indexed. */
  readonly #terms = new Map<string, string[]>()
  /** Keys of the records of each term. */
  readonly #index = new Map<string, Set<string>>()

  /** @param termsOf the terms that find a record */
  constructor(termsOf: (record: T) => string[] = () => []) {
    super()
    this.#termsOf = termsOf
  }

  override get(key: string) {
    if (this.has(key)) this.#watched.add(key)
    return super.get(key)
  }

  override set(key: string, record: T) {
    this.#watched.add(key)
    return super.set(key, record)
  }

  override delete(key: string) {
    this.#watched.add(key)
    return super.delete(key)
  }

  override clear() {
    this.#watchAll()
    super.clear()
  }

  override values() {
    this.#watchAll()
    return super.values()
  }

  override entries() {
    this.#watchAll()
    return super.entries()
  }

  override [Symbol.iterator]() {
    return this.entries()
  }

  override forEach(callback: (record: T, key: string, map: Map<string, T>) => void) {
    this.#watchAll()
    super.forEach(callback)
  }

  /** Iterates over all records without watching them, for those who change none. */
  scan() {
    return super.entries()
  }

  /** Finds the records that have a term at present, the first added first. */
  find(term: string): T[] {
    this.#updateIndex()
    return [...(this.#index.get(term) ?? [])].flatMap((key) => this.get(key) ?? [])
  }

  /**
   * Returns the records that were added or changed since the last call, by key; null stands for a
   * deleted one.
   * @returns undefined when nothing changed
   */
  takeChanges(): Record<string, T | null> | undefined {
    this.#updateIndex()
    const changes: [string, T | null][] = []
    for (const key of this.#watched) {
      const record = super.get(key)
      const json = record === undefined ? undefined : JSON.stringify(record)
      if (json === this.#taken.get(key)) continue
      changes.push([key, record ?? null])
      if (json === undefined) this.#taken.delete(key)
      else this.#taken.set(key, json)
    }
    this.#watched.clear()
    return changes.length > 0 ? Object.fromEntries(changes) : undefined
  }

  /**
   * Remembers which records are watched now.
   * @returns watches them again, for a job that goes on with them after a `takeChanges`
   */
  rememberWatched() {
    const keys = [...this.#watched]
    return () => {
      for (const key of keys) this.#watched.add(key)
    }
  }

  toJSON(): Record<string, T> {
    return Object.fromEntries(super.entries())
  }

  #watchAll() {
    for (const key of this.keys()) this.#watched.add(key)
  }

  /** Only watched records can have other terms than those in the index. */
  #updateIndex() {
    for (const key of this.#watched) {
      const record = super.get(key)
      const before = this.#terms.get(key) ?? []
      const terms = record === undefined ? [] : this.#termsOf(record)
      for (const term of before) if (!terms.includes(term)) this.#removeTerm(term, key)
      for (const term of terms)
        if (!before.includes(term))
          this.#index.set(term, (this.#index.get(term) ?? new Set()).add(key))
      if (terms.length > 0) this.#terms.set(key, terms)
      else this.#terms.delete(key)
    }
  }

  #removeTerm(term: string, key: string) {
    const keys = this.#index.get(term)
    keys?.delete(key)
    if (keys?.size === 0) this.#index.delete(term)
  }
}
