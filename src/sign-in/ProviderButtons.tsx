import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Divider } from '#ui/Divider.tsx'

/** Buttons for federated sign-in, which submit the form with the provider's name. */
export function ProviderButtons() {
  const t = useTranslate()
  const { providers } = useConfig().federation
  return (
    <>
      <Divider>{t('providers.or')}</Divider>
      <div className="providers">
        {providers.map(({ name, label = name }) => (
          <button
            className="button button-secondary"
            type="submit"
            name="provider"
            value={name}
            key={name}
          >
            {t('providers.with', { provider: label })}
          </button>
        ))}
      </div>
    </>
  )
}
