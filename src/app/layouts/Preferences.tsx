import { useState } from 'react'
import { useConfig } from '#config/ConfigProvider.tsx'
import { localeNames } from '#i18n/locales.ts'
import { useLocale } from '#i18n/I18nProvider.tsx'
import { currentTheme, themes, applyTheme } from '#app/theme.ts'

/** Selects for the language and the theme. */
export function Preferences() {
  const { locale, t, setLocale } = useLocale()
  const { languages } = useConfig().portal
  const [theme, setTheme] = useState(currentTheme)
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
            setTheme(chosen)
            applyTheme(chosen)
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
