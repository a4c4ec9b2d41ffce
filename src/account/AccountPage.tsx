import type { ReactNode } from 'react'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Heading } from '#ui/Heading.tsx'

interface PageProps {
  title: string
  lead: string
  children: ReactNode
}

/** Layout of an account page: document title, heading and the cards below it. */
export function AccountPage({ title, lead, children }: PageProps) {
  const t = useTranslate()
  const { portal } = useConfig()
  return (
    <div className="page">
      <title>{pageTitle(t, { page: title, portal: portal.name })}</title>
      <Heading lead={lead}>{title}</Heading>
      {children}
    </div>
  )
}
