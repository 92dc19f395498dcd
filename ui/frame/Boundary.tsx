/** Catches what a page failed to draw: the other rooms stay usable. */
import { Button } from "antd";
import { Component, type ReactNode } from "react";
import { Note } from "../parts";
import { useWords } from "../words";

interface State {
  error: Error | null;
}

/** Around every room. `place` changes: tries again. */
export class Boundary extends Component<{ children: ReactNode; place?: string }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override componentDidUpdate(before: { place?: string }): void {
    if (before.place !== this.props.place && this.state.error !== null) this.setState({ error: null });
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Broken error={this.state.error} again={() => this.setState({ error: null })} />;
  }
}

function Broken({ error, again }: { error: Error; again: () => void }): ReactNode {
  const w = useWords().frame;
  const copy = (): void => void navigator.clipboard.writeText(`${error.message}\n${error.stack ?? ""}`);
  const acts = (
    <>
      <Button size="small" onClick={again}>{w.tryAgain}</Button>
      <Button size="small" onClick={copy}>{w.copyForTechnician}</Button>
    </>
  );
  return <div className="pad"><Note family="late" shape="failed" title={w.pageBroken} acts={acts} test="page-broken">{w.pageBrokenHint} <code>{error.message}</code></Note></div>;
}
