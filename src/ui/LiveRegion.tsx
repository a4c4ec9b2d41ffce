import { createContext, use, useCallback, useState, type ReactNode } from 'react'

const AnnounceContext = createContext<((message: string) => void) | undefined>(undefined)

/** The one polite live region of a layout. What is announced is spoken when the reader is idle. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [spoken, setSpoken] = useState({ message: '', count: 0 })
  const announce = useCallback((message: string) => {
    setSpoken(({ count }) => ({ message, count: count + 1 }))
  }, [])

  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="visually-hidden" role="status">
        {/* A new node each time: the same words twice are to be spoken twice. */}
        <p key={spoken.count}>{spoken.message}</p>
      </div>
    </AnnounceContext>
  )
}

/** Gives the function that says something politely. Total below `LiveRegion`. */
export function useAnnounce(): (message: string) => void {
  const announce = use(AnnounceContext)
  if (!announce) throw new Error('useAnnounce needs a LiveRegion above it')
  return announce
}
