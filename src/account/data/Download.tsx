import { useState } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { formatList } from '#i18n/format.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { useAnnounce } from '#ui/LiveRegion.tsx'
import { collectData, isNotUsed, type Part } from './collectData.ts'
import { exportName, exportText } from './exportFile.ts'
import { saveFile } from './saveFile.ts'

type Outcome =
  | { is: 'none' }
  | { is: 'pending' }
  | { is: 'saved'; file: string; missing: Part[] }
  | { is: 'failed'; error: unknown }

/** The button that makes the copy, and what came of it. */
export function Download({ look = 'primary' }: { look?: 'primary' | 'secondary' }) {
  const t = useTranslate()
  const announce = useAnnounce()
  const session = useSession()
  const { portal, cognito } = useConfig()
  const [outcome, setOutcome] = useState<Outcome>({ is: 'none' })

  async function save() {
    setOutcome({ is: 'pending' })
    try {
      const collected = await collectData(session)
      const origin = {
        portal: portal.name,
        address: window.location.origin,
        userPoolId: cognito.userPoolId,
        exportedAt: new Date(),
      }
      const file = exportName(origin)
      saveFile(file, exportText(collected, origin, t))
      const failed = collected.notRead.filter((one) => !isNotUsed(one))
      setOutcome({ is: 'saved', file, missing: failed.map(({ part }) => part) })
      announce(t('data.saved', { file }))
    } catch (error) {
      setOutcome({ is: 'failed', error })
    }
  }

  return (
    <div className="stack-tight">
      <p>
        <Button look={look} pending={outcome.is === 'pending'} onClick={() => void save()}>
          {t('data.download')}
        </Button>
      </p>
      {outcome.is === 'saved' && (
        <p className="soft small">{t('data.saved', { file: outcome.file })}</p>
      )}
      {outcome.is === 'saved' && outcome.missing.length > 0 && (
        <Alert tone="error" title={t('data.incomplete')}>
          <p>
            {t('data.notRead', {
              parts: formatList(
                t,
                outcome.missing.map((part) => t(`data.part.${part}`)),
              ),
            })}
          </p>
        </Alert>
      )}
      {outcome.is === 'failed' && (
        <Alert tone="error" title={t('data.failed')}>
          {authErrorText(outcome.error, t).message}
        </Alert>
      )}
    </div>
  )
}
