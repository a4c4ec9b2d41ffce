import { Component, type ReactNode } from 'react'
import { ErrorPage } from './ErrorPage.tsx'

interface State {
  error?: unknown
  failed: boolean
}

/** Catches what a page throws while it renders, a chunk that did not load included. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(error: unknown): State {
    return { failed: true, error }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return <ErrorPage error={this.state.error} onRetry={() => window.location.reload()} />
  }
}
