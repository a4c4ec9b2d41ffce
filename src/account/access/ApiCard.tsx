import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Loaded } from '#account/Loaded.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { attributeLabel } from '#i18n/attributeText.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { DetailList } from '#ui/DetailList.tsx'
import { apiQuery } from './queries.ts'
import { factText } from './valueText.ts'

/** What the team's own API says of the person. */
export function ApiCard({ address }: { address: string }) {
  const text = useText()
  const portal = useConfig().portal.name
  const query = useQuery(apiQuery(useSession(), address))
  const { error, isFetching, refetch } = query
  const retry = (
    <p>
      <Button look="secondary" pending={isFetching} onClick={() => void refetch()}>
        {text('account.retry')}
      </Button>
    </p>
  )

  function answer(): ReactNode {
    if (error instanceof AuthError && error.code === 'apiForbidden') {
      return (
        <>
          <Forbidden error={error} />
          {retry}
        </>
      )
    }
    return (
      <Loaded query={query} rows={4} failed={text('access.apiFailed')}>
        {(said) =>
          said.is === 'known' ? (
            <Known facts={said.facts} />
          ) : (
            <>
              <Alert tone="note" title={text('access.apiUnknown')}>
                <p>{text('access.apiUnknownText')}</p>
              </Alert>
              {retry}
            </>
          )
        }
      </Loaded>
    )
  }

  return (
    <Card title={text('access.api')}>
      <div className="stack-tight">
        <p className="soft">{text('access.apiLead', { portal })}</p>
        {answer()}
      </div>
    </Card>
  )
}

function Known({ facts }: { facts: Record<string, unknown> }) {
  const text = useText()
  const items = Object.entries(facts).map(([name, value]) => ({
    key: name,
    term: attributeLabel(name, text),
    value: factText(value, text),
  }))
  if (items.length === 0) return <p>{text('access.apiNothing')}</p>
  return <DetailList items={items} />
}

/** A 403, with what the API said of it. */
function Forbidden({ error }: { error: AuthError }) {
  const text = useText()
  const { detail, field } = error
  return (
    <Alert tone="note" title={text('access.apiForbidden')}>
      <p>{authErrorText(error, text).message}</p>
      {detail !== undefined && <p>{text('access.apiSaid', { words: detail })}</p>}
      {field !== undefined && <p>{text('access.apiScopes', { scopes: field })}</p>}
    </Alert>
  )
}
