import { useQuery } from '@tanstack/react-query'
import { QueryResult } from '#account/QueryResult.tsx'
import { AccountPage } from '#account/AccountPage.tsx'
import { attributesQuery } from '#account/attributesQuery.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Card } from '#ui/Card.tsx'
import { AddMethodPrompt } from './AddMethodPrompt.tsx'
import { PasskeyList } from './PasskeyList.tsx'
import { PreferredFactor } from './PreferredFactor.tsx'
import { factorsQuery, passkeysQuery, secondFactors } from './securityQueries.ts'
import { SecondFactors } from './SecondFactors.tsx'

/** Sign-in methods: second factors and passkeys, to turn on, add or remove. */
export function SecurityPage() {
  const t = useTranslate()
  const session = useSession()
  const { signIn } = useConfig()
  const factors = useQuery(factorsQuery(session))
  const attributes = useQuery(attributesQuery(session))
  const passkeys = useQuery({ ...passkeysQuery(session), enabled: signIn.passkeys })
  const offered = secondFactors.filter((name) => signIn.secondFactors.includes(name))
  return (
    <AccountPage title={t('security.title')} lead={t('security.lead')}>
      {factors.data && (passkeys.data ?? !signIn.passkeys) && (
        <AddMethodPrompt factors={factors.data} passkeys={passkeys.data ?? []} />
      )}
      {offered.length > 0 && (
        <Card title={t('security.second')}>
          <QueryResult query={factors} rows={offered.length} errorTitle={t('security.failed')}>
            {(data) => (
              <div className="stack-tight">
                <p className="soft">{t('security.secondLead')}</p>
                <SecondFactors
                  offered={offered}
                  factors={data}
                  attributes={attributes.data ?? {}}
                />
                {data.enabled.length > 1 && <PreferredFactor factors={data} />}
              </div>
            )}
          </QueryResult>
        </Card>
      )}
      {signIn.passkeys && (
        <Card title={t('security.passkeys')}>
          <QueryResult query={passkeys} rows={1} errorTitle={t('security.passkeysFailed')}>
            {(list) => <PasskeyList passkeys={list} factors={factors.data} />}
          </QueryResult>
        </Card>
      )}
    </AccountPage>
  )
}
