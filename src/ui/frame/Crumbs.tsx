import type { FileSummary, Route } from '../../app/state';
import { KeyHint, RouteLink, grouped, useApp } from '../parts';

/** Where one is: file, problem, rollout. */
export function Crumbs({ route, file }: { route: Route; file: FileSummary | undefined }) {
  const openingName = useApp((state) => state.opening?.name);
  return (
    <div className="crumbs grow">
      {route.screen === 'open' && (
        <>
          <RouteLink to={{ screen: 'library' }}>Library</RouteLink>
          <span className="sep">/</span>
          <span className="strong clip">{file?.name ?? openingName}</span>
        </>
      )}
      {(route.screen === 'traces' || route.screen === 'export') && (
        <span className="strong clip">{file?.name}</span>
      )}
      {route.screen === 'packs' && (
        <>
          <RouteLink to={{ screen: 'library' }}>Library</RouteLink>
          <span className="sep">/</span>
          <span className="strong clip">label packs and protocols</span>
        </>
      )}
      {route.screen === 'missing' && <span className="strong clip">{route.name}</span>}
      {(route.screen === 'read' || route.screen === 'tree' || route.screen === 'compare') && file && (
        <ReadingCrumbs file={file} />
      )}
    </div>
  );
}

function ReadingCrumbs({ file }: { file: FileSummary }) {
  const open = useApp((state) => state.reader?.open);
  return (
    <>
      <RouteLink className="clip crumbs__file hide-s" to={{ screen: 'traces', file: file.key }}>
        {file.name}
      </RouteLink>
      {open?.file === file.key && (
        <>
          <span className="sep hide-s">/</span>
          <span className="clip crumbs__problem">{open.problemName}</span>
          <span className="sep">/</span>
          <span className="strong">
            rollout {grouped(open.attempt + 1)} of {grouped(open.attempts)}
          </span>
          <span className="row row--tight hide-m">
            <KeyHint command="trace.previous" />
            <KeyHint command="trace.next" />
          </span>
        </>
      )}
    </>
  );
}
