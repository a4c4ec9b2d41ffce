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

type DownloadState =
  | { status: 'idle' }
  | { status: 'pending' }
  | { status: 'saved'; file: string; missing: DataPart[] }
  | { status: 'failed'; error: unknown }

/** Saves a copy of the account's data as a file, and shows the result or the error. */
export function DownloadButton({ look = 'primary' }: { look?: 'primary' | 'secondary' }) {
  const t = useTranslate()
  const announce = useAnnounce()
  const session = useSession()
  const { portal, cognito } = useConfig()
  const [state, setState] = useState<DownloadState>({ status: 'idle' })

  async function save() {
    setState({ status: 'pending' })
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
      setState({ status: 'saved', file, missing: failed.map(({ part }) => part) })
      announce(t('data.saved', { file }))
    } catch (error) {
      setState({ status: 'failed', error })
    }
  }

  return (
    <div className="stack-tight">
      <p>
        <Button look={look} pending={state.status === 'pending'} onClick={() => void save()}>
          {t('data.download')}
        </Button>
      </p>
      {state.status === 'saved' && (
        <p className="soft small">{t('data.saved', { file: state.file })}</p>
      )}
      {state.status === 'saved' && state.missing.length > 0 && (
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
      {state.status === 'failed' && (
        <Alert tone="error" title={t('data.failed')}>
          {authErrorText(state.error, t).message}
        </Alert>
      )}
    </div>
  )
}

/** Longer than any browser takes to start saving. */
const revokeAfterMs = 30_000

/** Makes the browser save a file whose content is already in the page. */
function saveFile(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), revokeAfterMs)
}
