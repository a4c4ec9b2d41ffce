const prefix = 'gatehouse.'

/** What this browser has kept of a person's taste, from one visit to the next. */
export function kept(name: 'theme' | 'language'): string | null {
  return storage((local) => local.getItem(prefix + name))
}

/** Keeps it. Where the browser refuses, or is full, it lasts until a reload. */
export function keep(name: 'theme' | 'language', value: string): void {
  storage((local) => {
    local.setItem(prefix + name, value)
    return null
  })
}

function storage(ask: (local: Storage) => string | null): string | null {
  try {
    return ask(localStorage)
  } catch (error) {
    // Thrown where all storage is refused, and where there is no more room.
    if (error instanceof DOMException) return null
    throw error
  }
}
