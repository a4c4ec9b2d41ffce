import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSession } from '#auth/AuthProvider.tsx'
import { useWithRecentSignIn } from '#auth/recentSignIn.ts'
import type { SecondFactor } from '#auth/state.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { factorsQuery, type Factors } from './securityQueries.ts'

/** Chooses the preferred second factor. Shows the new choice before Cognito confirms it. */
export function PreferredFactor({ factors }: { factors: Factors }) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const withRecentSignIn = useWithRecentSignIn()
  const { queryKey } = factorsQuery(session)
  const preference = useMutation({
    mutationFn: (factor: SecondFactor) =>
      withRecentSignIn(() => session.setMfaPreference({ factor, enabled: true, preferred: true })),
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
          ...factors.enabled.map((factor) => ({ value: factor, label: t(`method.${factor}`) })),
        ]}
        onChange={({ target }) => {
          const chosen = factors.enabled.find((factor) => factor === target.value)
          if (chosen) preference.mutate(chosen)
        }}
      />
      {preference.error && <Alert tone="error">{authErrorText(preference.error, t).message}</Alert>}
    </>
  )
}
