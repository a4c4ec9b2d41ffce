import { useEffect, useState } from 'react'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { useAnnounce } from './LiveRegion.tsx'
import { icons } from './icons.ts'

interface CopyButtonProps {
  /** The text to copy. */
  text: string
  label: string
}

const shownMs = 2000

/** Copies a text to the clipboard. Shows and announces whether it worked. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const t = useTranslate()
  const [result, setResult] = useState<{ copied: boolean }>()
  const announce = useAnnounce()
  const copied = result?.copied === true

  useEffect(() => {
    if (!result?.copied) return
    const timer = setTimeout(() => setResult(undefined), shownMs)
    return () => clearTimeout(timer)
  }, [result])

  function finish(done: boolean) {
    setResult({ copied: done })
    announce(done ? t('setUp.copied') : t('setUp.copyFailed'))
  }

  function press() {
    // In an async function: `navigator.clipboard` is undefined on an insecure page, which throws.
    const write = async () => navigator.clipboard.writeText(text)
    write().then(
      () => finish(true),
      () => finish(false),
    )
  }

  return (
    <div className="copy">
      <Button
        look="secondary"
        icon={copied ? <Icon name="check" /> : <Icon shape={icons.copy} />}
        onClick={press}
      >
        {/* Both labels share one grid cell, so the button keeps the width of the longer one. */}
        <span className="either">
          <span className={copied ? 'hidden' : undefined}>{label}</span>
          <span className={copied ? undefined : 'hidden'}>{t('setUp.copied')}</span>
        </span>
      </Button>
      {result?.copied === false && (
        <p className="field-error">
          <Icon name="warning" />
          {t('setUp.copyFailed')}
        </p>
      )}
    </div>
  )
}
