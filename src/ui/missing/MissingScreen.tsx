import { Link } from 'lucide-react';
import { Button, EmptyState, KeyHint, useActions, useApp } from '../parts';

/** A link to a file that this browser does not hold. */
export function MissingScreen() {
  const route = useApp((state) => state.route);
  const { chooseFiles, navigate } = useActions();
  if (route.screen !== 'missing') return null;
  return (
    <main className="main page">
      <div className="page__in">
        <EmptyState
          icon={Link}
          heading="h1"
          title={`This link is about ${route.name === '' ? 'a file' : route.name}`}
          actions={
            <>
              <Button look="primary" onClick={chooseFiles}>
                Choose the file <KeyHint command="file.choose" />
              </Button>
              <Button onClick={() => navigate({ screen: 'library' })}>Go to the library</Button>
            </>
          }
        >
          The file is not in this browser; drop it anywhere on this page. Its hash begins with{' '}
          <span className="mono">{route.file.slice(0, 6)}</span>.
        </EmptyState>
      </div>
    </main>
  );
}
