import { Download, File, Folder } from 'lucide-react';
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
  const { chooseFiles, chooseFolder } = useActions();
  return (
    <div className="lib">
      <div className="stack stack--loose">
        <div className="row row--wrap">
          <h1 className="h h--screen grow">Library</h1>
          <PasteButton />
          <Button onClick={chooseFolder}>
            <Icon of={Folder} />
            Choose a folder
          </Button>
          <Button onClick={chooseFiles}>
            <Icon of={File} />
            Choose files <KeyHint command="file.choose" />
          </Button>
        </div>
        <div className="dropz">
          <Icon of={Download} />
          <div className="grow">
            <p className="md medium">Drop a trace file anywhere on this page</p>
            <p className="ink2">
              JSONL, JSON, Parquet, CSV, gzip, zip or text. The format is recognised from the content.
            </p>
          </div>
        </div>
        <FileList />
        <Samples title="Samples" />
      </div>
      <aside className="stack lib__aside" aria-label="Labels and storage">
        <LabelsPanel />
        <StoragePanel />
      </aside>
    </div>
  );
}
