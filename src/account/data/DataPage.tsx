import { Page } from '#account/Page.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { Card } from '#ui/Card.tsx'
import { partNames } from './collectData.ts'
import { DeleteCard } from './DeleteCard.tsx'
import { Download } from './Download.tsx'

/** A copy of one's account, and the end of it. */
export function DataPage() {
  const text = useText()
  const portal = useConfig().portal.name
  return (
    <Page title={text('data.title')} lead={text('data.lead')}>
      <Card title={text('data.copy')}>
        <div className="stack-tight">
          <p>{text('data.copyLead', { portal })}</p>
          <ul>
            {partNames.map((part) => (
              <li key={part}>{text(`data.part.${part}`)}</li>
            ))}
          </ul>
          <p className="soft">{text('data.copyKeys')}</p>
          <Download />
        </div>
      </Card>
      <DeleteCard />
    </Page>
  )
}
