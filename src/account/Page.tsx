import type { ReactNode } from 'react'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Heading } from '#ui/Heading.tsx'

interface PageProps {
  title: string
  lead: string
  children: ReactNode
}

/** A page of the account: its title, in the tab too, and its cards. */
export function Page({ title, lead, children }: PageProps) {
  const text = useText()
  const { portal } = useConfig()
  return (
    <div className="page">
      <title>{pageTitle(text, { page: title, portal: portal.name })}</title>
      <Heading lead={lead}>{title}</Heading>
      {children}
    </div>
  )
}
