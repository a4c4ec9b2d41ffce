import { Component, type ReactNode } from 'react'
import { ErrorPage } from './ErrorPage.tsx'

interface Props {
  /** Key of the location; a change resets the error. */
  locationKey: string
  children: ReactNode
}

interface State {
  locationKey: string
  error?: unknown
  failed: boolean
}

/** Catches errors of rendering and shows ErrorPage. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, locationKey: this.props.locationKey }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: true, error }
  }

  static getDerivedStateFromProps({ locationKey }: Props, state: State): Partial<State> | null {
    return locationKey === state.locationKey ? null : { locationKey, failed: false }
  }

  override componentDidCatch() {
    document.querySelector<HTMLElement>('main h1')?.focus()
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return <ErrorPage error={this.state.error} onRetry={() => window.location.reload()} />
  }
}
