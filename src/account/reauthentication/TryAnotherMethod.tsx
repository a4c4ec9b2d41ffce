import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'

/** Begins anew, to choose differently. */
export function TryAnotherMethod({ begin }: { begin: () => Promise<void> }) {
  const t = useTranslate()
  return (
    <div className="stack-tight small">
      <LinkButton
        label={t('method.other')}
        onPress={begin}
        explain={(error) => authErrorText(error, t).message}
      />
    </div>
  )
}
