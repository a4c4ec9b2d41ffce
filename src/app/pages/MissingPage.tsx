import { useEffect, useEffectEvent, useTransition, type ComponentType, type ReactNode } from 'react'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Heading } from '#ui/Heading.tsx'

export interface LayoutProps {
  title: string
  lead: string
  children: ReactNode
}

export type MissingPageLayout = ComponentType<LayoutProps>

interface MissingPageProps {
  /** Resolves to true if the page arrives after all. */
  arrival: Promise<true | void> | undefined
  /** Goes to the same address again. `isAsked` is false where the browser is online again. */
  retry: (isAsked: boolean) => void
  Layout: MissingPageLayout
}

/** Layout of a page within the frame of the others. */
export function PageInFrame({ title, lead, children }: LayoutProps) {
  return (
    <div className="page">
      <Heading lead={lead}>{title}</Heading>
      {children}
    </div>
  )
}

/** Stands in for a page whose chunk could not be fetched, until it can be. */
export function MissingPage({ arrival, retry, Layout }: MissingPageProps) {
  const t = useTranslate()
  const [pending, startTransition] = useTransition()
  const again = useEffectEvent(() => startTransition(() => retry(false)))
  useEffect(() => {
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [])
  useEffect(() => void arrival?.then((isThere) => isThere && again()), [arrival])
  const title = t('failure.missing')
  return (
    <Layout title={title} lead={t('error.network')}>
      <title>{title}</title>
      <p>
        <Button pending={pending} onClick={() => startTransition(() => retry(true))}>
          {t('failure.retry')}
        </Button>
      </p>
    </Layout>
  )
}
