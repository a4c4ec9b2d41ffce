import { useState, type ReactNode } from 'react'
import { Link, useLocation } from 'react-router-dom'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { Alert } from '#ui/Alert.tsx'
import { Heading } from '#ui/Heading.tsx'

interface StepPageProps {
  title: string
  /** What is going to happen; left out where it is not. */
  lead?: string | undefined
  failed: boolean
  /** Asks for another way in; left out where there is none. */
  otherWay?: (() => Promise<void>) | undefined
  children: ReactNode
}

/** A step in the middle of a sign-in: its heading, what it asks, and the ways out of it. */
export function StepPage({ title, lead, failed, otherWay, children }: StepPageProps) {
  const text = useText()
  const { portal } = useConfig()
  const { search } = useLocation()
  return (
    <div className="page">
      <title>{pageTitle(text, { page: title, portal: portal.name, failed })}</title>
      <Heading lead={lead}>{title}</Heading>
      {children}
      <div className="stack-tight small">
        <p className="page-foot">
          {otherWay && <OtherWay ask={otherWay} />}
          <Link to={{ pathname: paths.signIn, search }}>{text('form.backToSignIn')}</Link>
        </p>
      </div>
    </div>
  )
}

function OtherWay({ ask }: { ask: () => Promise<void> }) {
  const text = useText()
  const [asked, setAsked] = useState<{ pending?: true; error?: unknown }>({})

  function press() {
    if (asked.pending) return
    setAsked({ pending: true })
    ask().then(
      () => setAsked({}),
      (error: unknown) => setAsked({ error }),
    )
  }

  return (
    <>
      {'error' in asked && <Alert tone="error">{authErrorText(asked.error, text).message}</Alert>}
      <button className="link-button" type="button" aria-busy={asked.pending} onClick={press}>
        {text('way.other')}
      </button>
    </>
  )
}
