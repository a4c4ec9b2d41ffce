import { useQuery } from '@tanstack/react-query'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { DetailList } from '#ui/DetailList.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { attributeItems } from './attributeItems.tsx'
import { attributesQuery } from './queries.ts'

/** The person's attributes, as Cognito has them now. */
export function AccountDetails() {
  const text = useText()
  // As many rows as the pool asks everyone for, so that nothing below moves when they arrive.
  const usual = new Set(['email', ...useConfig().signUp.attributes, 'sub'])
  const { data, error, isFetching, refetch } = useQuery(attributesQuery(useSession()))

  if (data) return <DetailList items={attributeItems(data, text)} />
  if (!error) return <Skeleton rows={usual.size} label={text('shell.loading')} />
  return (
    <div className="stack-tight">
      <Alert tone="error" title={text('account.failed')}>
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
