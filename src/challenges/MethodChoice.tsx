import { useState } from 'react'
import type { Method } from '#auth/state.ts'
import { usableMethods } from '#auth/supportsPasskeys.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { ChoiceList } from '#ui/ChoiceList.tsx'
import type { ChallengeFormProps } from './challengeFormProps.ts'

interface MethodChoiceProps extends ChallengeFormProps {
  title: string
  lead: string
  methods: Method[]
  onSubmit: (method: Method) => Promise<void>
}

/** SELECT_CHALLENGE, SELECT_MFA_TYPE, or MFA_SETUP with several: asks which method to use. */
export function MethodChoice({
  title,
  lead,
  methods,
  onSubmit,
  Frame,
  tryAnotherMethod,
}: MethodChoiceProps) {
  const t = useTranslate()
  const [choice, setChoice] = useState<{ pending?: Method; error?: unknown }>({})

  function choose(method: Method) {
    setChoice({ pending: method })
    onSubmit(method).then(
      () => setChoice({}),
      (error: unknown) => setChoice({ error }),
    )
  }

  const failed = 'error' in choice
  return (
    <Frame title={title} lead={lead} failed={failed} tryAnotherMethod={tryAnotherMethod}>
      {failed && <Alert tone="error">{authErrorText(choice.error, t).message}</Alert>}
      <ChoiceList
        choices={usableMethods(methods).map((method) => ({
          key: method,
          name: t(`method.${method}`),
          hint: t(`method.${method}.hint`),
        }))}
        pending={choice.pending}
        onChoose={choose}
      />
    </Frame>
  )
}
