import { useState } from 'react'
import type { Method } from '#auth/state.ts'
import { usableMethods } from '#auth/supportsPasskeys.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { ChoiceList } from '#ui/ChoiceList.tsx'
import type { StepProps } from './ReauthenticateForm.tsx'

interface ChooseStepProps extends Pick<StepProps, 'answer'> {
  methods: Method[]
}

export function ChooseStep({ methods, answer }: ChooseStepProps) {
  const t = useTranslate()
  const [chosen, setChosen] = useState<{ pending?: Method; error?: unknown }>({})

  function choose(method: Method) {
    setChosen({ pending: method })
    answer({ kind: 'chooseMethod', method }).then(
      () => setChosen({}),
      (error: unknown) => setChosen({ error }),
    )
  }

  return (
    <div className="form">
      <p>{t('stepUp.choose')}</p>
      {'error' in chosen && <Alert tone="error">{authErrorText(chosen.error, t).message}</Alert>}
      <ChoiceList
        choices={usableMethods(methods).map((method) => ({
          key: method,
          name: t(`method.${method}`),
          hint: t(`method.${method}.hint`),
        }))}
        pending={chosen.pending}
        onChoose={choose}
      />
    </div>
  )
}
