import { useQuery } from '@tanstack/react-query'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { DetailList } from '#ui/DetailList.tsx'
import { attributeItems } from './attributeItems.tsx'
import { Loaded } from './Loaded.tsx'
import { attributesQuery } from './queries.ts'

/** The person's attributes, as Cognito has them now. */
export function AccountDetails() {
  const text = useText()
  // As many rows as the pool asks everyone for, so that nothing below moves when they arrive.
  const usual = new Set(['email', ...useConfig().signUp.attributes, 'sub'])
  return (
    <Loaded
      query={useQuery(attributesQuery(useSession()))}
      rows={usual.size}
      failed={text('account.failed')}
    >
      {(attributes) => <DetailList items={attributeItems(attributes, text)} />}
    </Loaded>
  )
}
