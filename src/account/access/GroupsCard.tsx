import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { BadgeList } from '#ui/BadgeList.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { DetailItems } from './DetailItems.tsx'
import { apiKey, claimsQuery } from './accessQueries.ts'
import { roleItems } from './signInItems.ts'

/** Shows the groups in the tokens, with a button that renews the tokens to include later changes. */
export function GroupsCard() {
  const t = useTranslate()
  const toast = useToast()
  const session = useSession()
  const client = useQueryClient()
  const { data: claims } = useQuery(claimsQuery(session))
  const [state, setState] = useState<{ pending: boolean; error?: unknown }>({ pending: false })
  const roles = claims ? roleItems(claims, t) : []

  async function renew() {
    setState({ pending: true })
    try {
      await session.renewTokens()
      await client.invalidateQueries({ queryKey: apiKey(session) })
      setState({ pending: false })
      toast(t('access.renewed'))
    } catch (error) {
      setState({ pending: false, error })
    }
  }

  return (
    <Card title={t('access.groups')}>
      <div className="stack-tight">
        {session.groups.length > 0 ? (
          <BadgeList items={session.groups} />
        ) : (
          <p className="soft">{t('account.noGroups')}</p>
        )}
        {roles.length > 0 && <DetailItems items={roles} />}
        <p className="soft small">{t('access.renewLead')}</p>
        <p>
          <Button look="secondary" pending={state.pending} onClick={() => void renew()}>
            {t('access.renew')}
          </Button>
        </p>
        {state.error !== undefined && (
          <Alert tone="error">{authErrorText(state.error, t).message}</Alert>
        )}
      </div>
    </Card>
  )
}
