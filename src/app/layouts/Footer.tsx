import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Preferences } from './Preferences.tsx'

/** Footer of every page: support and legal links, language and theme. */
export function Footer() {
  const t = useTranslate()
  const { portal } = useConfig()
  const links = [
    [portal.supportUrl, t('shell.support')],
    [portal.termsUrl, t('shell.terms')],
    [portal.privacyUrl, t('shell.privacy')],
    [portal.imprintUrl, t('shell.imprint')],
    [portal.accessibilityUrl, t('shell.accessibility')],
  ] as const
  return (
    <footer className="footer">
      <p className="footer-links">
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
