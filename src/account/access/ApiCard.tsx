import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { QueryResult } from '#account/QueryResult.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { attributeLabel } from '#i18n/attributeText.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { DetailList } from '#ui/DetailList.tsx'
import { apiQuery } from './accessQueries.ts'
import { apiValueText } from './valueText.ts'

/** Shows the answer of the team's API (`api.me` in the config) about the user. */
export function ApiCard({ address }: { address: string }) {
  const t = useTranslate()
  const portal = useConfig().portal.name
  const query = useQuery(apiQuery(useSession(), address))
  const { error, isFetching, refetch } = query
  const retry = (
    <p>
      <Button look="secondary" pending={isFetching} onClick={() => void refetch()}>
        {t('account.retry')}
      </Button>
    </p>
  )

  function content(): ReactNode {
    if (error instanceof AuthError && error.code === 'apiForbidden') {
      return (
        <>
          <Forbidden error={error} />
          {retry}
        </>
      )
    }
    return (
      <QueryResult query={query} rows={4} errorTitle={t('access.apiFailed')}>
        {(result) =>
          result.status === 'accepted' ? (
            <ApiDetails details={result.details} />
          ) : (
            <>
              <Alert tone="note" title={t('access.apiUnknown')}>
                <p>{t('access.apiUnknownText')}</p>
              </Alert>
              {retry}
            </>
          )
        }
      </QueryResult>
    )
  }

  return (
    <Card title={t('access.api')}>
      <div className="stack-tight">
        <p className="soft">{t('access.apiLead', { portal })}</p>
        {content()}
      </div>
    </Card>
  )
}

function ApiDetails({ details }: { details: Record<string, unknown> }) {
  const t = useTranslate()
  const items = Object.entries(details).map(([name, value]) => ({
    key: name,
    term: attributeLabel(name, t),
    value: apiValueText(value, t),
  }))
  if (items.length === 0) return <p>{t('access.apiNothing')}</p>
  return <DetailList items={items} />
}

/** HTTP 403: shows the API's own reason and the scopes it requires. */
function Forbidden({ error }: { error: AuthError }) {
  const t = useTranslate()
  const { detail, field } = error
  return (
    <Alert tone="note" title={t('access.apiForbidden')}>
      <p>{authErrorText(error, t).message}</p>
      {detail !== undefined && <p>{t('access.apiSaid', { message: detail })}</p>}
      {field !== undefined && <p>{t('access.apiScopes', { scopes: field })}</p>}
    </Alert>
  )
}
