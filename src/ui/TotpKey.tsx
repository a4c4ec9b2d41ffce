import { lazy, Suspense } from 'react'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { CopyButton } from './CopyButton.tsx'

// Loaded lazily: it brings a library that few sign-ins need. Without it, the link and the key below are enough.
const Qr = lazy(() =>
  import('./Qr.tsx').then(
    (module) => ({ default: module.Qr }),
    () => ({ default: () => null }),
  ),
)

interface TotpKeyProps {
  /** `otpauth://…`: in the QR code, and as a link that opens an app on this device. */
  uri: string
  /** Base32. */
  secret: string
}

/** The secret key for an authenticator app, as QR code, link and text. */
export function TotpKey({ uri, secret }: TotpKeyProps) {
  const t = useTranslate()
  return (
    <div className="set-up">
      <p>{t('setUp.scan')}</p>
      <Suspense fallback={<div className="qr" />}>
        <Qr text={uri} label={t('setUp.qr')} />
      </Suspense>
      <p className="small">
        <a href={uri}>{t('setUp.open')}</a>
      </p>
      <p className="soft small">{t('setUp.cannotScan')}</p>
      <p className="mono secret" dir="ltr">
        {grouped(secret)}
      </p>
      <CopyButton text={secret} label={t('setUp.copy')} />
    </div>
  )
}

/** In groups of four, which are easier to read and type. */
const grouped = (secret: string) => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')
