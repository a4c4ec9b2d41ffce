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

// The sign-in page shows no toasts, so they are loaded lazily.
const Toasts = lazy(() =>
  import('./Toasts.tsx').then(
    (module) => ({ default: module.Toasts }),
    // Announced already: a toast that cannot be loaded must not replace the page by an error.
    () => ({ default: () => null }),
  ),
)

type Announce = (message: string) => void

const AnnounceContext = createContext<Announce | undefined>(undefined)
const ToastContext = createContext<Announce | undefined>(undefined)

/** Toasts shown at a time; a newer one replaces the oldest. */
const maximum = 3

function useRegion() {
  const [announced, setAnnounced] = useState({ message: '', count: 0 })
  const announce = useCallback((message: string) => {
    setAnnounced(({ count }) => ({ message, count: count + 1 }))
  }, [])
  const region = (
    <div className="visually-hidden" role="status">
      {/* A new node each time, so that a repeated message is announced again. */}
      <p key={announced.count}>{announced.message}</p>
    </div>
  )
  return { announce, region }
}

/**
 * The one polite live region of a layout: `useAnnounce` for screen readers only, `useToast` to show the
 * message as well. Toasts are outside the live region, so each message is announced once.
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
      setToasts((before) => [...before, next].slice(-maximum))
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

/** The live region of a modal dialog: everything outside, `LiveRegion` included, is inert. */
export function InnerLiveRegion({ children }: { children: ReactNode }) {
  const { announce, region } = useRegion()
  return (
    <AnnounceContext value={announce}>
      {children}
      {region}
    </AnnounceContext>
  )
}

/** Returns the function that announces a message to screen readers. Throws outside `LiveRegion`. */
export function useAnnounce(): Announce {
  const announce = use(AnnounceContext)
  if (!announce) throw new Error('useAnnounce needs a LiveRegion above it')
  return announce
}

/** Returns the function that announces a message and shows it as a toast. Throws outside `LiveRegion`. */
export function useToast(): Announce {
  const toast = use(ToastContext)
  if (!toast) throw new Error('useToast needs a LiveRegion above it')
  return toast
}
