import type { TokenClaims } from '#auth/state.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Card } from '#ui/Card.tsx'
import { DetailList } from '#ui/DetailList.tsx'
import { claimText } from './valueText.ts'

/** Lists every claim of both tokens, for developers and support. */
export function ClaimsCard({ claims }: { claims: TokenClaims }) {
  const t = useTranslate()
  return (
    <Card title={t('access.claims')}>
      <div className="stack-tight">
        <p className="soft">{t('access.claimsLead')}</p>
        <Claims title={t('access.claimsOfId')} claims={claims.id} />
        <Claims title={t('access.claimsOfAccess')} claims={claims.access} />
      </div>
    </Card>
  )
}

function Claims({ title, claims }: { title: string; claims: Record<string, unknown> }) {
  const t = useTranslate()
  const items = Object.entries(claims).map(([name, value]) => ({
    key: name,
    term: <Code>{name}</Code>,
    value: <Code>{claimText(name, value, t)}</Code>,
  }))
  return (
    <details>
      <summary>{title}</summary>
      <DetailList items={items} stacked />
    </details>
  )
}

/** Claims read from left to right in every language. */
function Code({ children }: { children: string }) {
  return (
    <bdi className="mono" dir="ltr">
      {children}
    </bdi>
  )
}
