import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { Confirm } from '#account/Confirm.tsx'
import { accountPaths } from '#account/paths.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useRequireRecentSignIn } from '#auth/recentSignIn.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Badge } from '#ui/Badge.tsx'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { moreIcons } from '#ui/moreIcons.ts'
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

const icons = {
  SOFTWARE_TOKEN_MFA: moreIcons.device,
  EMAIL_OTP: moreIcons.mail,
  SMS_MFA: moreIcons.phone,
} as const

/** What a code has to reach before it can be a factor. */
const contactOf = { EMAIL_OTP: 'email', SMS_MFA: 'phone_number' } as const

export function SecondFactors({ offered, factors, attributes }: SecondFactorsProps) {
  const text = useText()
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
      await done(text('ways.turnedOn', { way: text(`way.${factor}`) }))
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
    await done(text('ways.turnedOff', { way: text(`way.${leaving}`) }))
  }

  function reachable(factor: SecondFactor): boolean {
    if (factor === 'SOFTWARE_TOKEN_MFA') return true
    const contact = contactOf[factor]
    return attributes[contact] !== undefined && attributes[`${contact}_verified`] === 'true'
  }

  function actions(factor: SecondFactor, isOn: boolean) {
    const name = <span className="visually-hidden">: {text(`way.${factor}`)}</span>
    if (isOn) {
      return (
        <>
          {factor === 'SOFTWARE_TOKEN_MFA' && (
            <Button look="quiet" onClick={() => void turnOn(factor)}>
              {text('ways.replace')}
              {name}
            </Button>
          )}
          <Button look="quiet" onClick={() => void leave(factor)}>
            {text('ways.turnOff')}
            {name}
          </Button>
        </>
      )
    }
    if (!reachable(factor)) {
      return (
        <Link className="button button-quiet" to={accountPaths.profile}>
          {text('ways.toProfile')}
        </Link>
      )
    }
    return (
      <Button
        look="quiet"
        pending={trying.factor === factor && !('error' in trying)}
        onClick={() => void turnOn(factor)}
      >
        {text(factor === 'SOFTWARE_TOKEN_MFA' ? 'ways.setUp' : 'ways.turnOn')}
        {name}
      </Button>
    )
  }

  return (
    <>
      <RowList label={text('ways.second')}>
        {offered.map((factor) => {
          const isOn = factors.on.includes(factor)
          return (
            <Row
              key={factor}
              media={<Icon shape={icons[factor]} />}
              title={text(`way.${factor}`)}
              badge={isOn && <Badge tone="good">{text('ways.on')}</Badge>}
              description={text(
                isOn || reachable(factor) ? `way.${factor}.hint` : `ways.unreachable.${factor}`,
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
          return done(text('ways.turnedOn', { way: text('way.SOFTWARE_TOKEN_MFA') }))
        }}
      />
      <Confirm
        open={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={text('ways.turnOffTitle')}
        action={text('ways.turnOff')}
        onConfirm={turnOff}
        explain={refusalText}
      >
        <p>{leaving !== undefined && text('ways.turnOffLead', { way: text(`way.${leaving}`) })}</p>
        {factors.on.length === 1 && <p>{text('ways.turnOffLast')}</p>}
      </Confirm>
    </>
  )

  /** Cognito says of all of these only that it will not. */
  function refusalText(error: unknown): string {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'invalidInput') return text('ways.refused')
    if (code === 'misconfigured') return text('ways.notOffered')
    return authErrorText(error, text).message
  }
}
