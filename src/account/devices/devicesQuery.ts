import { queryOptions } from '@tanstack/react-query'
import { readAllPages } from '#account/readAllPages.ts'
import { toEpochMs } from '#account/toEpochMs.ts'
import { accountKey } from '#account/attributesQuery.ts'
import { AuthError } from '#auth/errors.ts'
import type { AccountActionOutput, Session } from '#auth/state.ts'

export interface RememberedDevice {
  key: string
  name: string | undefined
  /** IP address of its last sign-in. */
  address: string | undefined
  /** Epoch milliseconds. */
  lastSeen: number | undefined
  isCurrent: boolean
}

/** Remembered devices, this one first; `untracked` if the pool does not track devices. */
export type Devices = { status: 'untracked' } | { status: 'tracked'; devices: RememberedDevice[] }

export function devicesQuery(session: Session) {
  return queryOptions({
    queryKey: [...accountKey(session), 'devices'],
    async queryFn(): Promise<Devices> {
      try {
        const { access } = await session.claims()
        const responses = await readAllPages(async (PaginationToken) => {
          const next = PaginationToken ? { PaginationToken } : {}
          const page = await session.callCognito('ListDevices', { Limit: 60, ...next })
          return { items: page.Devices ?? [], next: page.PaginationToken }
        })
        const devices = responses
          .map((device) => readDevice(device, access['device_key']))
          .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
        return { status: 'tracked', devices }
      } catch (error) {
        // InvalidUserPoolConfigurationException: the pool does not track devices.
        if (error instanceof AuthError && error.code === 'misconfigured')
          return { status: 'untracked' }
        throw error
      }
    },
  })
}

type Device = NonNullable<AccountActionOutput<'ListDevices'>['Devices']>[number]

function readDevice(device: Device, thisKey: unknown): RememberedDevice {
  const { DeviceKey: key = '', DeviceAttributes = [], DeviceLastAuthenticatedDate } = device
  const attribute = (name: string) =>
    DeviceAttributes.find(({ Name }) => Name === name)?.Value || undefined
  return {
    key,
    name: attribute('device_name'),
    address: attribute('last_ip_used'),
    lastSeen: toEpochMs(DeviceLastAuthenticatedDate),
    isCurrent: key === thisKey,
  }
}
