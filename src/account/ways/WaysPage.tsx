import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#account/Loaded.tsx'
import { Page } from '#account/Page.tsx'
import { attributesQuery } from '#account/queries.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { Card } from '#ui/Card.tsx'
import { Nudge } from './Nudge.tsx'
import { PasskeyList } from './PasskeyList.tsx'
import { PreferredFactor } from './PreferredFactor.tsx'
import { factorsQuery, passkeysQuery, secondFactors } from './queries.ts'
import { SecondFactors } from './SecondFactors.tsx'

/** How somebody shows that it is them: what is on, and what may be added. */
export function WaysPage() {
  const text = useText()
  const session = useSession()
  const { signIn } = useConfig()
  const factors = useQuery(factorsQuery(session))
  const attributes = useQuery(attributesQuery(session))
  const passkeys = useQuery({ ...passkeysQuery(session), enabled: signIn.passkeys })
  const offered = secondFactors.filter((name) => signIn.secondFactors.includes(name))
  return (
    <Page title={text('ways.title')} lead={text('ways.lead')}>
      {factors.data && (passkeys.data ?? !signIn.passkeys) && (
        <Nudge factors={factors.data} passkeys={passkeys.data ?? []} />
      )}
      {offered.length > 0 && (
        <Card title={text('ways.second')}>
          <Loaded query={factors} rows={offered.length} failed={text('ways.failed')}>
            {(found) => (
              <div className="stack-tight">
                <p className="soft">{text('ways.secondLead')}</p>
                <SecondFactors
                  offered={offered}
                  factors={found}
                  attributes={attributes.data ?? {}}
                />
                {found.on.length > 1 && <PreferredFactor factors={found} />}
              </div>
            )}
          </Loaded>
        </Card>
      )}
      {signIn.passkeys && (
        <Card title={text('ways.passkeys')}>
          <Loaded query={passkeys} rows={1} failed={text('ways.passkeysFailed')}>
            {(found) => <PasskeyList passkeys={found} factors={factors.data} />}
          </Loaded>
        </Card>
      )}
    </Page>
  )
}
