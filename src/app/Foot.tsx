import { useConfig } from '#config/ConfigProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { Preferences } from './Preferences.tsx'

/** At the foot of every page: help, what the law asks for, and how the page is to look and speak. */
export function Foot() {
  const text = useText()
  const { portal } = useConfig()
  const links = [
    [portal.supportUrl, text('shell.support')],
    [portal.termsUrl, text('shell.terms')],
    [portal.privacyUrl, text('shell.privacy')],
    [portal.imprintUrl, text('shell.imprint')],
    [portal.accessibilityUrl, text('shell.accessibility')],
  ] as const
  return (
    <footer className="foot">
      <p className="foot-links">
        {links.map(
          ([address, label]) =>
            address !== undefined && (
              <a href={address} key={label}>
                {label}
              </a>
            ),
        )}
      </p>
      <Preferences />
      {portal.footer !== undefined && <bdi>{portal.footer}</bdi>}
    </footer>
  )
}
