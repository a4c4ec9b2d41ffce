import { CopyButton } from './CopyButton.tsx'
import { Qr } from './Qr.tsx'

interface TotpKeyProps {
  /** `otpauth://…`: what the picture holds, and what an app on this device opens. */
  uri: string
  /** Base32. */
  secret: string
  words: {
    scan: string
    qr: string
    open: string
    cannotScan: string
    copy: string
    copied: string
    copyFailed: string
  }
}

/** The key of an authenticator app: to be scanned, opened, typed or copied. */
export function TotpKey({ uri, secret, words }: TotpKeyProps) {
  return (
    <div className="set-up">
      <p>{words.scan}</p>
      <Qr text={uri} label={words.qr} />
      <p className="small">
        <a href={uri}>{words.open}</a>
      </p>
      <p className="soft small">{words.cannotScan}</p>
      <p className="mono secret" dir="ltr">
        {grouped(secret)}
      </p>
      <CopyButton
        text={secret}
        words={{ label: words.copy, copied: words.copied, failed: words.copyFailed }}
      />
    </div>
  )
}

/** In fours, as such keys are read and typed. */
const grouped = (secret: string) => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')
