import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { AuthError } from '#auth/errors.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'

interface QueryResultProps<Data> {
  query: UseQueryResult<Data>
  /** Lines of the skeleton: about as many as the result has, so that the page does not jump. */
  rows: number
  /** Title of the error message. */
  errorTitle: string
  children: (data: Data) => ReactNode
}

/** Shows the data of a query; a skeleton while it loads, or the error with a button to retry. */
export function QueryResult<Data>({ query, rows, errorTitle, children }: QueryResultProps<Data>) {
  const t = useTranslate()
  const { data, error, isFetching, refetch } = query
  if (data !== undefined) return children(data)
  if (!error) return <Skeleton rows={rows} />
  // Not a failure: another try of this sign-in would be refused, too.
  if (error instanceof AuthError && error.code === 'insufficientScope')
    return <Alert tone="note">{authErrorText(error, t).message}</Alert>
  return (
    <div className="stack-tight">
      <Alert tone="error" title={errorTitle}>
        {authErrorText(error, t).message}
      </Alert>
      <p>
        <Button look="secondary" pending={isFetching} onClick={() => void refetch()}>
          {t('account.retry')}
        </Button>
      </p>
    </div>
  )
}
