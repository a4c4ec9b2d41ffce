import { useState } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { formatList } from '#i18n/format.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { useAnnounce } from '#ui/LiveRegion.tsx'
import { collectAccountData, isDisabledInPool, type DataPart } from './collectAccountData.ts'
import { exportFileName, exportFileText } from './exportFile.ts'
import { saveFile } from './saveFile.ts'

type DownloadState =
  | { is: 'none' }
  | { is: 'pending' }
  | { is: 'saved'; file: string; missing: DataPart[] }
  | { is: 'failed'; error: unknown }

/** The button that makes the copy, and what came of it. */
export function DownloadButton({ look = 'primary' }: { look?: 'primary' | 'secondary' }) {
  const t = useTranslate()
  const announce = useAnnounce()
  const session = useSession()
  const { portal, cognito } = useConfig()
  const [state, setState] = useState<DownloadState>({ is: 'none' })

  async function save() {
    setState({ is: 'pending' })
    try {
      const accountData = await collectAccountData(session)
      const origin = {
        portal: portal.name,
        address: window.location.origin,
        userPoolId: cognito.userPoolId,
        exportedAt: new Date(),
      }
      const file = exportFileName(origin)
      saveFile(file, exportFileText(accountData, origin, t))
      const failed = accountData.notRead.filter((one) => !isDisabledInPool(one))
      setState({ is: 'saved', file, missing: failed.map(({ part }) => part) })
      announce(t('data.saved', { file }))
    } catch (error) {
      setState({ is: 'failed', error })
    }
  }

  return (
    <div className="stack-tight">
      <p>
        <Button look={look} pending={state.is === 'pending'} onClick={() => void save()}>
          {t('data.download')}
        </Button>
      </p>
      {state.is === 'saved' && (
        <p className="soft small">{t('data.saved', { file: state.file })}</p>
      )}
      {state.is === 'saved' && state.missing.length > 0 && (
        <Alert tone="error" title={t('data.incomplete')}>
          <p>
            {t('data.notRead', {
              parts: formatList(
                t,
                state.missing.map((part) => t(`data.part.${part}`)),
              ),
            })}
          </p>
        </Alert>
      )}
      {state.is === 'failed' && (
        <Alert tone="error" title={t('data.failed')}>
          {authErrorText(state.error, t).message}
        </Alert>
      )}
    </div>
  )
}
