import { useEffect, useRef, useState } from 'react'
import { useConfig } from '#config/ConfigProvider.tsx'
import { attributeLabel } from '#i18n/attributeText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { DetailList } from '#ui/DetailList.tsx'
import { DetailsForm } from './DetailsForm.tsx'
import { profileNames } from './profileNames.ts'
import { attributeValueText } from './attributeValueText.ts'

/** Everything but the addresses: to be read, and with a press to be changed. */
export function Details({ attributes }: { attributes: Record<string, string> }) {
  const t = useTranslate()
  const config = useConfig()
  const [editing, setEditing] = useState(false)
  const { names, editable } = profileNames(attributes, config, t)
  const container = useRef<HTMLDivElement>(null)

  // What was pressed to close the form has gone; what opens it is back.
  useEffect(() => {
    const element = container.current
    if (!editing || !element) return undefined
    return () => element.querySelector('button')?.focus()
  }, [editing])

  const items = names.map((name) => {
    const value = attributes[name] ?? ''
    return {
      key: name,
      term: attributeLabel(name, t),
      value:
        value === '' ? (
          <span className="soft">{t('profile.none')}</span>
        ) : (
          <span className="lines">{attributeValueText(name, value, { config, t })}</span>
        ),
    }
  })
  // For reading out to a support desk.
  const id = <span className="mono">{attributes['sub']}</span>
  return (
    <div className="stack-tight" ref={container}>
      {editing ? (
        <DetailsForm names={editable} attributes={attributes} onClose={() => setEditing(false)} />
      ) : (
        <>
          <DetailList items={[...items, { key: 'sub', term: t('account.id'), value: id }]} />
          {editable.length > 0 && (
            <p>
              <Button look="secondary" onClick={() => setEditing(true)}>
                {t('profile.edit')}
              </Button>
            </p>
          )}
        </>
      )}
    </div>
  )
}
