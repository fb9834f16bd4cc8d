'use client'

import { Component, type ReactNode } from 'react'
import { Failed } from './failed.tsx'

interface Props {
  /** Names the part in the message. */
  readonly what?: string
  readonly children: ReactNode
}

/** Keeps a failure of one part to that part: the rest of the page goes on. */
export class PanelBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return <Failed what={this.props.what} onRetry={() => this.setState({ failed: false })} />
  }
}
