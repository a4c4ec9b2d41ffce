import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Divider } from '#ui/Divider.tsx'

/** Ways in with somebody else's account: buttons that send the form off, with the provider's name. */
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
