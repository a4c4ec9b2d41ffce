import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { ConfirmDialog } from '#account/ConfirmDialog.tsx'
import { accountPaths } from '#paths.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import type { SecondFactor } from '#auth/state.ts'
import { useRequireRecentSignIn, useWithRecentSignIn } from '#auth/recentSignIn.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Badge } from '#ui/Badge.tsx'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { icons } from '#ui/icons.ts'
import { Row } from '#ui/Row.tsx'
import { RowList } from '#ui/RowList.tsx'
import { factorsQuery, type Factors } from './securityQueries.ts'
import { SetUpTotpDialog } from './SetUpTotpDialog.tsx'

interface SecondFactorsProps {
  offered: SecondFactor[]
  factors: Factors
  attributes: Record<string, string>
}

const factorIcons = {
  SOFTWARE_TOKEN_MFA: icons.device,
  EMAIL_OTP: icons.mail,
  SMS_MFA: icons.phone,
} as const

/** Attribute that must be verified before a factor can be turned on. */
const contactOf = { EMAIL_OTP: 'email', SMS_MFA: 'phone_number' } as const

export function SecondFactors({ offered, factors, attributes }: SecondFactorsProps) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const requireRecentSignIn = useRequireRecentSignIn()
  const withRecentSignIn = useWithRecentSignIn()
  const [settingUp, setSettingUp] = useState(false)
  const [toTurnOff, setToTurnOff] = useState<SecondFactor>()
  const [turningOn, setTurningOn] = useState<{ factor?: SecondFactor; error?: unknown }>({})

  async function refreshAndNotify(message: string) {
    await client.invalidateQueries(factorsQuery(session))
    toast(message)
  }

  async function turnOn(factor: SecondFactor) {
    if (!(await requireRecentSignIn())) return
    if (factor === 'SOFTWARE_TOKEN_MFA') {
      setSettingUp(true)
      return
    }
    setTurningOn({ factor })
    try {
      await withRecentSignIn(() => session.setMfaPreference({ factor, enabled: true }))
      setTurningOn({})
      await refreshAndNotify(t('security.turnedOn', { method: t(`method.${factor}`) }))
    } catch (error) {
      setTurningOn({ factor, error })
    }
  }

  async function askToTurnOff(factor: SecondFactor) {
    if (await requireRecentSignIn()) setToTurnOff(factor)
  }

  async function turnOff() {
    if (toTurnOff === undefined) return
    await withRecentSignIn(() => session.setMfaPreference({ factor: toTurnOff, enabled: false }))
    setToTurnOff(undefined)
    await refreshAndNotify(t('security.turnedOff', { method: t(`method.${toTurnOff}`) }))
  }

  function canTurnOn(factor: SecondFactor): boolean {
    if (factor === 'SOFTWARE_TOKEN_MFA') return true
    const contact = contactOf[factor]
    return attributes[contact] !== undefined && attributes[`${contact}_verified`] === 'true'
  }

  function actions(factor: SecondFactor, isOn: boolean) {
    const name = <span className="visually-hidden">: {t(`method.${factor}`)}</span>
    if (isOn) {
      return (
        <>
          {factor === 'SOFTWARE_TOKEN_MFA' && (
            <Button look="quiet" onClick={() => void turnOn(factor)}>
              {t('security.replace')}
              {name}
            </Button>
          )}
          <Button look="quiet" onClick={() => void askToTurnOff(factor)}>
            {t('security.turnOff')}
            {name}
          </Button>
        </>
      )
    }
    if (!canTurnOn(factor)) {
      return (
        <Link className="button button-quiet" to={accountPaths.profile}>
          {t('security.toProfile')}
        </Link>
      )
    }
    return (
      <Button
        look="quiet"
        pending={turningOn.factor === factor && !('error' in turningOn)}
        onClick={() => void turnOn(factor)}
      >
        {t(factor === 'SOFTWARE_TOKEN_MFA' ? 'security.setUp' : 'security.turnOn')}
        {name}
      </Button>
    )
  }

  return (
    <>
      <RowList label={t('security.second')}>
        {offered.map((factor) => {
          const isOn = factors.enabled.includes(factor)
          return (
            <Row
              key={factor}
              media={<Icon shape={factorIcons[factor]} />}
              title={t(`method.${factor}`)}
              badge={isOn && <Badge tone="good">{t('security.on')}</Badge>}
              description={t(
                isOn || canTurnOn(factor)
                  ? `method.${factor}.hint`
                  : `security.unreachable.${factor}`,
              )}
              actions={actions(factor, isOn)}
            />
          )
        })}
      </RowList>
      {'error' in turningOn && <Alert tone="error">{errorText(turningOn.error)}</Alert>}
      <SetUpTotpDialog
        open={settingUp}
        onClose={() => setSettingUp(false)}
        onDone={() => {
          setSettingUp(false)
          return refreshAndNotify(
            t('security.turnedOn', { method: t('method.SOFTWARE_TOKEN_MFA') }),
          )
        }}
      />
      <ConfirmDialog
        open={toTurnOff !== undefined}
        onClose={() => setToTurnOff(undefined)}
        title={t('security.turnOffTitle')}
        action={t('security.turnOff')}
        onConfirm={turnOff}
        explain={errorText}
      >
        <p>
          {toTurnOff !== undefined &&
            t('security.turnOffLead', { method: t(`method.${toTurnOff}`) })}
        </p>
        {factors.enabled.length === 1 && <p>{t('security.turnOffLast')}</p>}
      </ConfirmDialog>
    </>
  )

  /** Replaces the general messages, because Cognito gives no reason in these cases. */
  function errorText(error: unknown): string {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'invalidInput') return t('security.refused')
    if (code === 'misconfigured') return t('security.notOffered')
    return authErrorText(error, t).message
  }
}
