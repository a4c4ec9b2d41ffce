import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'

interface LoadedProps<Data> {
  query: UseQueryResult<Data>
  /** How many lines it will probably be, so that nothing moves when they arrive. */
  rows: number
  /** What to say when it could not be loaded. */
  failed: string
  children: (data: Data) => ReactNode
}

/** What was asked of Cognito: a skeleton while it comes, and why it did not, with another try. */
export function Loaded<Data>({ query, rows, failed, children }: LoadedProps<Data>) {
  const text = useText()
  const { data, error, isFetching, refetch } = query
  if (data !== undefined) return children(data)
  if (!error) return <Skeleton rows={rows} label={text('shell.loading')} />
  return (
    <div className="stack-tight">
      <Alert tone="error" title={failed}>
        {authErrorText(error, text).message}
      </Alert>
      <p>
        <Button look="secondary" pending={isFetching} onClick={() => void refetch()}>
          {text('account.retry')}
        </Button>
      </p>
    </div>
  )
}
