import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { Confirm } from '#account/Confirm.tsx'
import { accountPaths } from '#paths.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useRequireRecentSignIn } from '#auth/recentSignIn.ts'
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
import { setPreference } from './preference.ts'
import { factorsQuery, type Factors, type SecondFactor } from './queries.ts'
import { SetUpApp } from './SetUpApp.tsx'

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

/** What a code has to reach before it can be a factor. */
const contactOf = { EMAIL_OTP: 'email', SMS_MFA: 'phone_number' } as const

export function SecondFactors({ offered, factors, attributes }: SecondFactorsProps) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const requireRecentSignIn = useRequireRecentSignIn()
  const [settingUp, setSettingUp] = useState(false)
  const [leaving, setLeaving] = useState<SecondFactor>()
  const [trying, setTrying] = useState<{ factor?: SecondFactor; error?: unknown }>({})

  async function done(message: string) {
    await client.invalidateQueries(factorsQuery(session))
    toast(message)
  }

  async function turnOn(factor: SecondFactor) {
    if (!(await requireRecentSignIn())) return
    if (factor === 'SOFTWARE_TOKEN_MFA') {
      setSettingUp(true)
      return
    }
    setTrying({ factor })
    try {
      // The first one is asked for; a later one does not push it aside.
      await setPreference(session, factor, { Enabled: true, PreferredMfa: factors.on.length === 0 })
      setTrying({})
      await done(t('security.turnedOn', { method: t(`method.${factor}`) }))
    } catch (error) {
      setTrying({ factor, error })
    }
  }

  async function leave(factor: SecondFactor) {
    if (await requireRecentSignIn()) setLeaving(factor)
  }

  async function turnOff() {
    if (leaving === undefined) return
    await setPreference(session, leaving, { Enabled: false })
    setLeaving(undefined)
    await done(t('security.turnedOff', { method: t(`method.${leaving}`) }))
  }

  function reachable(factor: SecondFactor): boolean {
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
          <Button look="quiet" onClick={() => void leave(factor)}>
            {t('security.turnOff')}
            {name}
          </Button>
        </>
      )
    }
    if (!reachable(factor)) {
      return (
        <Link className="button button-quiet" to={accountPaths.profile}>
          {t('security.toProfile')}
        </Link>
      )
    }
    return (
      <Button
        look="quiet"
        pending={trying.factor === factor && !('error' in trying)}
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
          const isOn = factors.on.includes(factor)
          return (
            <Row
              key={factor}
              media={<Icon shape={factorIcons[factor]} />}
              title={t(`method.${factor}`)}
              badge={isOn && <Badge tone="good">{t('security.on')}</Badge>}
              description={t(
                isOn || reachable(factor)
                  ? `method.${factor}.hint`
                  : `security.unreachable.${factor}`,
              )}
              actions={actions(factor, isOn)}
            />
          )
        })}
      </RowList>
      {'error' in trying && <Alert tone="error">{refusalText(trying.error)}</Alert>}
      <SetUpApp
        open={settingUp}
        isFirst={factors.on.length === 0}
        onClose={() => setSettingUp(false)}
        onDone={() => {
          setSettingUp(false)
          return done(t('security.turnedOn', { method: t('method.SOFTWARE_TOKEN_MFA') }))
        }}
      />
      <Confirm
        open={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={t('security.turnOffTitle')}
        action={t('security.turnOff')}
        onConfirm={turnOff}
        explain={refusalText}
      >
        <p>
          {leaving !== undefined && t('security.turnOffLead', { method: t(`method.${leaving}`) })}
        </p>
        {factors.on.length === 1 && <p>{t('security.turnOffLast')}</p>}
      </Confirm>
    </>
  )

  /** Cognito says of all of these only that it will not. */
  function refusalText(error: unknown): string {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'invalidInput') return t('security.refused')
    if (code === 'misconfigured') return t('security.notOffered')
    return authErrorText(error, t).message
  }
}
