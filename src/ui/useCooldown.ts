import { useCallback, useEffect, useState } from 'react'

/** A stored end older than this belongs to an earlier visit, not to a reload of this one. */
const forgetAfterMs = 600_000

function store(): Storage | undefined {
  try {
    return window.sessionStorage
  } catch (error) {
    // A browser set to refuse all storage throws here; the pause then lasts until a reload.
    if (error instanceof DOMException) return undefined
    throw error
  }
}

function begin(key: string, ms: number): number {
  const until = Date.now() + ms
  try {
    store()?.setItem(key, String(until))
  } catch (error) {
    // Full: the pause then lasts until a reload.
    if (!(error instanceof DOMException)) throw error
  }
  return until
}

function resume(key: string, ms: number): number {
  const until = Number(store()?.getItem(key))
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
