import { authErrorText } from '#i18n/authErrorText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'

/** Begins anew, to choose differently. */
export function AnotherWay({ begin }: { begin: () => Promise<void> }) {
  const text = useText()
  return (
    <div className="stack-tight small">
      <LinkButton
        label={text('way.other')}
        onPress={begin}
        explain={(error) => authErrorText(error, text).message}
      />
    </div>
  )
}
