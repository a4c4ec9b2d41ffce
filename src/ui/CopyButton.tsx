import { useEffect, useState } from 'react'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { useAnnounce } from './LiveRegion.tsx'
import { icons } from './icons.ts'

interface CopyButtonProps {
  /** What goes to the clipboard. */
  text: string
  label: string
}

const saysSoMs = 2000

/** Copies, and says so in its own place. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const t = useTranslate()
  const [result, setResult] = useState<{ copied: boolean }>()
  const announce = useAnnounce()
  const copied = result?.copied === true

  useEffect(() => {
    if (!result?.copied) return
    const timer = setTimeout(() => setResult(undefined), saysSoMs)
    return () => clearTimeout(timer)
  }, [result])

  function finish(done: boolean) {
    setResult({ copied: done })
    announce(done ? t('setUp.copied') : t('setUp.copyFailed'))
  }

  function press() {
    // Asked in a function, as there is no clipboard at all where a page is not secure.
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
        {/* Both in one place, as wide as the longer one: nothing moves. */}
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
