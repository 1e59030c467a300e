import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button, Note } from '../parts';

interface Props {
  /** What could not be drawn: `The tree`. */
  part: string;
  onSaveLabels: () => void;
  onLeave: () => void;
  children: ReactNode;
}

/** A throw is a bug. It ends one part of the page, never the labels. */
export class FailureBoundary extends Component<Props, { failure: Error | undefined }> {
  override state = { failure: undefined as Error | undefined };

  static getDerivedStateFromError(thrown: unknown) {
    return { failure: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render() {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    const { part, onSaveLabels, onLeave } = this.props;
    const details = `${failure.name}: ${failure.message}\n${failure.stack ?? ''}`;
    return (
      <main className="main page">
        <div className="page__in stack failure">
          <Note tone="fail" alert>
            {part} could not be drawn: “{failure.message}”. Your labels are not touched; what the status line
            calls saved is on the disk.
          </Note>
          <div className="row row--wrap">
            <Button look="primary" onClick={() => this.setState({ failure: undefined })}>
              Try again
            </Button>
            <Button onClick={onSaveLabels}>Save the labels file</Button>
            <Button onClick={() => void navigator.clipboard.writeText(details)}>Copy the details</Button>
            <Button onClick={onLeave}>Back to the library</Button>
          </div>
        </div>
      </main>
    );
  }
}
