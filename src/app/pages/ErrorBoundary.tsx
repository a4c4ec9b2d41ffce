import { Component, type ReactNode } from 'react'
import { ErrorPage } from './ErrorPage.tsx'

interface Props {
  /** Of the location, and of the start of the vault; a change resets the error. */
  resetKeys: readonly [string, Promise<void>]
  children: ReactNode
}

interface State {
  resetKeys: Props['resetKeys']
  error?: unknown
  failed: boolean
}

/** Catches errors of rendering and shows ErrorPage. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, resetKeys: this.props.resetKeys }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: true, error }
  }

  static getDerivedStateFromProps({ resetKeys }: Props, state: State): Partial<State> | null {
    const isSame = resetKeys.every((key, index) => key === state.resetKeys[index])
    return isSame ? null : { resetKeys, failed: false }
  }

  override componentDidCatch() {
    document.querySelector<HTMLElement>('main h1')?.focus()
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return <ErrorPage error={this.state.error} onRetry={() => window.location.reload()} />
  }
}
