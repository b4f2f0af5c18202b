// Catches what a screen throws while drawing, so that the shell stays and the person can go on.
import { Component, type ReactNode } from 'react'
import { ErrorPanel } from './ui/States.tsx'

interface Props {
  children: ReactNode
}

/** React offers this only as a class. */
export class PageError extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidMount() {
    window.addEventListener('popstate', this.clear)
  }

  override componentWillUnmount() {
    window.removeEventListener('popstate', this.clear)
  }

  clear = () => this.setState({ error: null })

  override render() {
    if (this.state.error === null) return this.props.children
    // A script that could not be fetched stays missing until the page is loaded anew.
    return <ErrorPanel error={this.state.error} onRetry={() => window.location.reload()} page />
  }
}
