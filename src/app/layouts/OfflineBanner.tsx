import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Icon } from '#ui/Icon.tsx'
import { useAnnounce } from '#ui/LiveRegion.tsx'

function subscribe(onChange: () => void): () => void {
  const events = ['online', 'offline']
  for (const event of events) window.addEventListener(event, onChange)
  return () => {
    for (const event of events) window.removeEventListener(event, onChange)
  }
}

/** Says that the browser is offline, as long as it is: in the frame, at the bottom of the window. Must be below `LiveRegion`. */
export function OfflineBanner() {
  const t = useTranslate()
  const announce = useAnnounce()
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  const text = t('account.offline')
  const wasOnline = useRef(true)

  useEffect(() => {
    if (isOnline === wasOnline.current) return
    wasOnline.current = isOnline
    announce(isOnline ? t('account.online') : text)
  }, [announce, isOnline, t, text])

  useEffect(() => {
    // The browser keeps what has the focus clear of the banner.
    document.documentElement.toggleAttribute('data-offline', !isOnline)
    return () => document.documentElement.removeAttribute('data-offline')
  }, [isOnline])

  if (isOnline) return null
  return (
    <aside className="offline-banner">
      <p>
        <Icon name="info" />
        {text}
      </p>
    </aside>
  )
}
