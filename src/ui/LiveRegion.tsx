import {
  createContext,
  lazy,
  Suspense,
  use,
  useCallback,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import type { Toast } from './Toasts.tsx'

// Nobody is toasted on the first page.
const Toasts = lazy(() =>
  import('./Toasts.tsx').then(
    (module) => ({ default: module.Toasts }),
    // It has been spoken. A page is not to be replaced because a notice could not be drawn.
    () => ({ default: () => null }),
  ),
)

type Say = (message: string) => void

const AnnounceContext = createContext<Say | undefined>(undefined)
const ToastContext = createContext<Say | undefined>(undefined)

/** How many messages are shown at a time; the oldest makes room. */
const shown = 3

function useRegion() {
  const [spoken, setSpoken] = useState({ message: '', count: 0 })
  const announce = useCallback((message: string) => {
    setSpoken(({ count }) => ({ message, count: count + 1 }))
  }, [])
  const region = (
    <div className="visually-hidden" role="status">
      {/* A new node each time: the same words twice are to be spoken twice. */}
      <p key={spoken.count}>{spoken.message}</p>
    </div>
  )
  return { announce, region }
}

/**
 * The one polite live region of a layout. What is announced is spoken when the reader is idle. What is
 * toasted is also shown, in a place that is no live region itself: it is spoken once.
 */
export function LiveRegion({ children }: { children: ReactNode }) {
  const { announce, region } = useRegion()
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const last = useRef(0)

  const toast = useCallback(
    (message: string) => {
      announce(message)
      last.current += 1
      const next = { id: last.current, message }
      setToasts((before) => [...before, next].slice(-shown))
    },
    [announce],
  )
  const close = useCallback(
    (id: number) => setToasts((before) => before.filter((other) => other.id !== id)),
    [],
  )

  return (
    <AnnounceContext value={announce}>
      <ToastContext value={toast}>{children}</ToastContext>
      {region}
      {toasts.length > 0 && (
        <Suspense>
          <Toasts {...{ toasts, close }} />
        </Suspense>
      )}
    </AnnounceContext>
  )
}

/** Speaks for what is in a modal dialog, while everything outside, `LiveRegion` too, is inert. */
export function InnerLiveRegion({ children }: { children: ReactNode }) {
  const { announce, region } = useRegion()
  return (
    <AnnounceContext value={announce}>
      {children}
      {region}
    </AnnounceContext>
  )
}

/** Gives the function that says something politely. Total below `LiveRegion`. */
export function useAnnounce(): Say {
  const announce = use(AnnounceContext)
  if (!announce) throw new Error('useAnnounce needs a LiveRegion above it')
  return announce
}

/** Gives the function that says something politely and shows it for a while. Total below `LiveRegion`. */
export function useToast(): Say {
  const toast = use(ToastContext)
  if (!toast) throw new Error('useToast needs a LiveRegion above it')
  return toast
}
