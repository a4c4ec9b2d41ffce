/**
 * Whether a newer release is where this one came from, so that a file that is gone is no accident and a
 * reload will help. Says no to a page that is itself the result of a reload a moment ago: two places of
 * a network may disagree about which is the newer one, and nobody is to be sent back and forth.
 */
export async function isStaleRelease(): Promise<boolean> {
  const [opened] = performance.getEntriesByType('navigation')
  const isReloaded = opened && 'type' in opened && opened.type === 'reload'
  if (isReloaded && performance.now() < 60_000) return false
  try {
    // Never an old one: it is not cached without being asked for again.
    const page = await (await fetch('/')).text()
    const isOurs = page.includes('id="root"')
    return (
      isOurs && [...document.scripts].some((one) => !page.includes(one.getAttribute('src') ?? ''))
    )
  } catch {
    // Out of reach: then nothing is known, and a reload would show less than there is.
    return false
  }
}
