import type { Browser } from '@playwright/test'
import { openPage } from '#bench/measuredPage.ts'
import type { Site } from '#bench/sites.ts'
import { firstContentfulPaint } from './firstPaint.ts'

/** Kinds of work of a page's main thread, by the names of Chromium's trace events. */
const kinds = {
  html: /^(ParseHTML|CommitLoad|DocumentLoader)/,
  compile: /^v8\.(compile|parse|produceCache|deserialize)|^V8\.(Compile|Parse)/i,
  script:
    /^(EvaluateScript|FunctionCall|v8\.|V8\.|RunMicrotasks|TimerFire|FireAnimationFrame|EventDispatch|MinorGC|MajorGC)/,
  style: /^(UpdateLayoutTree|ParseAuthorStyleSheet|RecalcStyle|Layout$|HitTest|UpdateLayoutShift)/,
  paint: /^(PrePaint|Paint|Layerize|Commit$|CompositeLayers|UpdateLayer)/,
} as const

type Kind = keyof typeof kinds

/** Milliseconds of the main thread from the navigation to the first paint. */
export interface Profile extends Record<Kind, number> {
  /** Tasks of the browser itself: loading, messages, timers. */
  other: number
  /** Time in which the main thread had nothing to do: it waited for the network, or for the frame on the screen. */
  idle: number
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds. */
  ts: number
  dur?: number
  args?: { data?: { documentLoaderURL?: string } }
}

const categories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.compile',
  'loading',
  'blink.user_timing',
  'v8',
]

/**
 * Profiles the main thread until the first paint of the sign-in page at 4x CPU slowdown, with nothing cached, by a
 * trace of Chromium. Tracing itself takes time, so the sum is longer than the first paint that is measured without.
 */
export async function profile(browser: Browser, site: Site): Promise<Profile> {
  await using opened = await openPage(browser, { cpu: 4 })
  await browser.startTracing(opened.page, { categories })
  await opened.page.goto(site.signIn, { waitUntil: 'commit' })
  await opened.number(firstContentfulPaint)
  await opened.idle()
  const trace: unknown = JSON.parse((await browser.stopTracing()).toString())
  const events = isTrace(trace)
    ? trace.traceEvents.filter((event) => typeof event.ts === 'number')
    : []
  return untilPaint(events, site.signIn)
}

const isTrace = (value: unknown): value is { traceEvents: TraceEvent[] } =>
  typeof value === 'object' &&
  value !== null &&
  'traceEvents' in value &&
  Array.isArray(value.traceEvents)

/** Adds up what each event of the main thread took beside the events within it, for the page at this address. */
export function untilPaint(events: TraceEvent[], address: string): Profile {
  // Each SVG picture is a document, too.
  const begin = events.find(
    ({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL === address,
  )
  const paint = events.find(
    ({ name, ts, pid }) => name === 'firstContentfulPaint' && pid === begin?.pid && ts > begin.ts,
  )
  if (!paint || !begin) throw new Error('The trace has no first paint')
  const inside = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === paint.pid && tid === paint.tid)
    .map(({ name, ts, dur = 0 }) => ({
      name,
      from: Math.max(ts, begin.ts),
      to: Math.min(ts + dur, paint.ts),
    }))
    .filter(({ from, to }) => to > from)
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
  const found: Profile = { html: 0, compile: 0, script: 0, style: 0, paint: 0, other: 0, idle: 0 }
  const open: { kind: keyof Profile; to: number }[] = []
  let reached = begin.ts
  /** Gives the time up to here to the innermost event that is open. */
  const advance = (to: number) => {
    for (let last = open.at(-1); last && last.to <= to; last = open.at(-1)) {
      found[last.kind] += (last.to - reached) / 1000
      reached = last.to
      open.pop()
    }
    found[open.at(-1)?.kind ?? 'idle'] += (to - reached) / 1000
    reached = to
  }
  for (const { name, from, to } of inside) {
    advance(from)
    open.push({ kind: kindOf(name) ?? open.at(-1)?.kind ?? 'other', to })
  }
  advance(paint.ts)
  return found
}

function kindOf(name: string): Kind | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the names
  return (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind].test(name))
}
