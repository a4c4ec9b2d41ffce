import { useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { useAnnounce } from './LiveRegion.tsx'
import { icons } from './icons.ts'

interface CopyButtonProps {
  /** What goes to the clipboard. */
  text: string
  words: {
    label: string
    copied: string
    /** When the browser refuses; what to do instead. */
    failed: string
  }
}

const saysSoMs = 2000

/** Copies, and says so in its own place. */
export function CopyButton({ text, words }: CopyButtonProps) {
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
    announce(done ? words.copied : words.failed)
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
          <span className={copied ? 'hidden' : undefined}>{words.label}</span>
          <span className={copied ? undefined : 'hidden'}>{words.copied}</span>
        </span>
      </Button>
      {result?.copied === false && (
        <p className="field-error">
          <Icon name="warning" />
          {words.failed}
        </p>
      )}
    </div>
  )
}
