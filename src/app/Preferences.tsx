import { useState } from 'react'
import { useConfig } from '#config/ConfigProvider.tsx'
import { localeNames } from '#i18n/locales.ts'
import { useWords } from '#i18n/WordsProvider.tsx'
import { currentTheme, themes, wearTheme } from './theme.ts'

/** Which language is spoken here, and whether in the light or in the dark. */
export function Preferences() {
  const { locale, text, speak } = useWords()
  const { languages } = useConfig().portal
  const [theme, setTheme] = useState(currentTheme)
  return (
    <div className="preferences">
      {languages.length > 1 && (
        <span className="quiet-select">
          <select
            aria-label={text('shell.language')}
            value={locale}
            onChange={({ target }) => {
              const chosen = languages.find((one) => one === target.value)
              if (chosen) speak(chosen)
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
          aria-label={text('shell.theme')}
          value={theme}
          onChange={({ target }) => {
            const chosen = themes.find((one) => one === target.value) ?? 'system'
            setTheme(chosen)
            wearTheme(chosen)
          }}
        >
          {themes.map((one) => (
            <option value={one} key={one}>
              {text(`shell.theme.${one}`)}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
