import { useState, useSyncExternalStore } from 'react'
import { useConfig } from '#config/ConfigProvider.tsx'
import { localeNames } from '#i18n/locales.ts'
import { useLocale } from '#i18n/I18nProvider.tsx'
import { savePreference } from '#app/preferences.ts'

/** `system` follows the setting of the device. */
const themes = ['system', 'light', 'dark'] as const

type Theme = (typeof themes)[number]

/** The current theme, set by `src/start.ts` or `applyTheme`. */
function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** Changes the theme, and stores it for `src/start.ts`, which applies it on the next load. */
function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  savePreference('theme', theme)
}

/** Only `applyTheme` changes the theme of a page. */
const neverChanges = () => () => {}

/** Selects for the language and the theme. */
export function Preferences() {
  const { locale, t, setLocale } = useLocale()
  const { languages } = useConfig().portal
  // Read again in each render, and after hydration: the prerendered page knows no theme.
  const theme = useSyncExternalStore(neverChanges, currentTheme, () => 'system')
  const [, renderAgain] = useState<Theme>()
  return (
    <div className="preferences">
      {languages.length > 1 && (
        <span className="quiet-select">
          <select
            aria-label={t('shell.language')}
            value={locale}
            onChange={({ target }) => {
              const chosen = languages.find((one) => one === target.value)
              if (chosen) setLocale(chosen)
            }}
          >
            {languages.map((one) => (
              <option value={one} key={one} lang={one}>
                {localeNames[one]}
              </option>
            ))}
          </select>
        </span>
      )}
      <span className="quiet-select">
        <select
          aria-label={t('shell.theme')}
          value={theme}
          onChange={({ target }) => {
            const chosen = themes.find((one) => one === target.value) ?? 'system'
            applyTheme(chosen)
            renderAgain(chosen)
          }}
        >
          {themes.map((one) => (
            <option value={one} key={one}>
              {t(`shell.theme.${one}`)}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
