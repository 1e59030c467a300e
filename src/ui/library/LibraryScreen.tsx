import { ArrowDownToLine, FileText } from 'lucide-react';
import { Button, Icon, KeyHint, useActions, useApp } from '../parts';
import { FileList } from './FileList';
import { FirstRun } from './FirstRun';
import { LabelsPanel } from './LabelsPanel';
import { PasteButton } from './PasteButton';
import { Samples } from './Samples';
import { StoragePanel } from './StoragePanel';
import './library.css';

export function LibraryScreen() {
  const files = useApp((state) => state.files);
  const isReading = useApp((state) => state.opening?.state === 'reading');
  return (
    <main className="main page">
      <div className="page__in">
        {files === undefined ? (
          <p className="ink2">Reading what this browser keeps…</p>
        ) : files.length === 0 && !isReading ? (
          <FirstRun />
        ) : (
          <Library />
        )}
      </div>
    </main>
  );
}

function Library() {
  const { chooseFiles } = useActions();
  return (
    <div className="lib">
      <section className="stack stack--loose" aria-label="Open files">
        <div className="row row--wrap">
          <h1 className="h h--screen grow">Library</h1>
          <PasteButton />
          <Button onClick={chooseFiles}>
            <Icon of={FileText} />
            Choose files <KeyHint command="file.choose" />
          </Button>
        </div>
        <div className="dropz">
          <Icon of={ArrowDownToLine} />
          <div className="grow">
            <p className="md medium">Drop a trace file anywhere on this page</p>
            <p className="ink2">
              JSONL, JSON or text. The format is recognised from the content, never from the name.
            </p>
          </div>
        </div>
        <FileList />
        <Samples title="Samples" />
      </section>
      <aside className="stack lib__aside" aria-label="Labels and storage">
        <LabelsPanel />
        <StoragePanel />
      </aside>
    </div>
  );
}
