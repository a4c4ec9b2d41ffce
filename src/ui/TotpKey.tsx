import { useTranslate } from '#i18n/I18nProvider.tsx'
import { CopyButton } from './CopyButton.tsx'
import { Qr } from './Qr.tsx'

interface TotpKeyProps {
  /** `otpauth://…`: what the picture holds, and what an app on this device opens. */
  uri: string
  /** Base32. */
  secret: string
}

/** The key of an authenticator app: to be scanned, opened, typed or copied. */
export function TotpKey({ uri, secret }: TotpKeyProps) {
  const t = useTranslate()
  return (
    <div className="set-up">
      <p>{t('setUp.scan')}</p>
      <Qr text={uri} label={t('setUp.qr')} />
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

/** In fours, as such keys are read and typed. */
const grouped = (secret: string) => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')
