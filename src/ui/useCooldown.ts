import { useCallback, useEffect, useState } from 'react'
import { withStorage } from '#storage.ts'

/** A stored end older than this belongs to an earlier visit, not to a reload of this one. */
const forgetAfterMs = 600_000

/** Begins a pause. Where the browser refuses to keep its end, it lasts until a reload. */
function begin(key: string, ms: number): number {
  const until = Date.now() + ms
  withStorage('sessionStorage', (storage) => storage.setItem(key, String(until)))
  return until
}

function resume(key: string, ms: number): number {
  const until = Number(withStorage('sessionStorage', (storage) => storage.getItem(key)))
  return until > Date.now() - forgetAfterMs && until <= Date.now() + ms ? until : begin(key, ms)
}

const secondsTo = (until: number) => Math.max(0, Math.ceil((until - Date.now()) / 1000))

/**
 * A pause that starts running at once, survives a reload, and can be started again.
 *
 * @param name Tells one pause from another in `sessionStorage`.
 */
export function useCooldown(name: string, seconds: number) {
  const key = `gatehouse.cooldown.${name}`
  const [until, setUntil] = useState(() => resume(key, seconds * 1000))
  const [secondsLeft, setSecondsLeft] = useState(() => secondsTo(until))

  useEffect(() => {
    // By the wall clock: timers stand still while a phone is in a pocket.
    const timer = setInterval(() => {
      const left = secondsTo(until)
      setSecondsLeft(left)
      if (left === 0) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [until])

  const restart = useCallback(() => {
    const end = begin(key, seconds * 1000)
    setUntil(end)
    setSecondsLeft(secondsTo(end))
  }, [key, seconds])

  return { secondsLeft, restart }
}
