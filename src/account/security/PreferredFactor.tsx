import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSession } from '#auth/AuthProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { setPreference } from './preference.ts'
import { factorsQuery, type Factors, type SecondFactor } from './queries.ts'

/** Of several, the one that is asked for first. Shown as chosen at once: choosing again undoes it. */
export function PreferredFactor({ factors }: { factors: Factors }) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const { queryKey } = factorsQuery(session)
  const choosing = useMutation({
    mutationFn: (factor: SecondFactor) =>
      setPreference(session, factor, { Enabled: true, PreferredMfa: true }),
    onMutate: (preferred) => client.setQueryData(queryKey, { ...factors, preferred }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
  return (
    <>
      <SelectField
        name="preferred"
        label={t('security.preferred')}
        value={factors.preferred ?? ''}
        options={[
          ...(factors.preferred === undefined ? [{ value: '', label: t('security.ask') }] : []),
          ...factors.on.map((factor) => ({ value: factor, label: t(`method.${factor}`) })),
        ]}
        onChange={({ target }) => {
          const chosen = factors.on.find((factor) => factor === target.value)
          if (chosen) choosing.mutate(chosen)
        }}
      />
      {choosing.error && <Alert tone="error">{authErrorText(choosing.error, t).message}</Alert>}
    </>
  )
}
