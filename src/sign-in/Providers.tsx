import { useConfig } from '#config/ConfigProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { Divider } from '#ui/Divider.tsx'

/** Ways in with somebody else's account: buttons that send the form off, with the provider's name. */
export function Providers() {
  const text = useText()
  const { providers } = useConfig().federation
  return (
    <>
      <Divider>{text('providers.or')}</Divider>
      <div className="providers">
        {providers.map(({ name, label = name }) => (
          <button
            className="button button-secondary"
            type="submit"
            name="provider"
            value={name}
            key={name}
          >
            {text('providers.with', { provider: label })}
          </button>
        ))}
      </div>
    </>
  )
}
