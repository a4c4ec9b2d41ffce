import { Component, type ReactNode } from 'react'
import { ErrorPage } from './ErrorPage.tsx'

interface Props {
  /** Where the person is: somewhere else, the page gets another chance. */
  address: string
  children: ReactNode
}

interface State {
  address: string
  error?: unknown
  failed: boolean
}

/** Catches what a page throws while it renders, a chunk that did not load included. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, address: this.props.address }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: true, error }
  }

  static getDerivedStateFromProps({ address }: Props, state: State): Partial<State> | null {
    return address === state.address ? null : { address, failed: false }
  }

  override componentDidCatch() {
    document.querySelector<HTMLElement>('main h1')?.focus()
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return <ErrorPage error={this.state.error} onRetry={() => window.location.reload()} />
  }
}
