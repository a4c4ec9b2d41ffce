import { createContext, use, type ReactNode } from 'react'
import type { PortalConfig } from './portalConfig.ts'

const ConfigContext = createContext<PortalConfig | undefined>(undefined)

export function ConfigProvider({
  config,
  children,
}: {
  config: PortalConfig
  children: ReactNode
}) {
  return <ConfigContext value={config}>{children}</ConfigContext>
}

/** The operator's settings. Throws outside `ConfigProvider`, which is around the whole portal. */
export function useConfig(): PortalConfig {
  const config = use(ConfigContext)
  if (!config) throw new Error('useConfig needs a ConfigProvider above it')
  return config
}
