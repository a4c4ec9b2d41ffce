import { useCallback, useEffect, useState } from 'react'
import { withStorage } from '#storage.ts'

/** An end that passed longer ago belongs to an earlier visit, not to a reload. */
const forgetAfterMs = 600_000

/** Begins a cooldown. If the browser blocks storage, a reload begins it again. */
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
 * A cooldown that starts when it is mounted, survives a reload, and can be restarted.
 *
 * @param name Key in `sessionStorage`.
 */
export function useCooldown(name: string, seconds: number) {
  const key = `gatehouse.cooldown.${name}`
  const [until, setUntil] = useState(() => resume(key, seconds * 1000))
  const [secondsLeft, setSecondsLeft] = useState(() => secondsTo(until))

  useEffect(() => {
    // By the wall clock: browsers pause the timers of hidden pages.
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
