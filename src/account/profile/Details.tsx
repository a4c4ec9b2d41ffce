import { useEffect, useRef, useState } from 'react'
import { useIsKept } from '#account/keptFields.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { attributeLabel } from '#i18n/attributeText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { DetailList } from '#ui/DetailList.tsx'
import { DetailsForm } from './DetailsForm.tsx'
import { profileNames } from './profileNames.ts'
import { attributeValueText } from './attributeValueText.ts'

/** Attributes other than email and phone number, with a button that opens the form. */
export function Details({ attributes }: { attributes: Record<string, string> }) {
  const t = useTranslate()
  const config = useConfig()
  const { names, editable } = profileNames(attributes, config, t)
  const [editing, setEditing] = useState(useIsKept(editable))
  const container = useRef<HTMLDivElement>(null)

  // Closing the form removes the pressed button: the edit button takes the focus.
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
  // Shown so that a user can tell it to support.
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
