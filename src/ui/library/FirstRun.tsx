import { Download, File, Folder, ShieldCheck, Upload } from 'lucide-react';
import { Button, Icon, Key, KeyHint, VerdictMark, useActions } from '../parts';
import { PasteButton } from './PasteButton';
import { Samples } from './Samples';

const VERDICTS = ['correct', 'redundant', 'erroneous'] as const;

export function FirstRun() {
  const { chooseFiles, chooseFolder } = useActions();
  return (
    <div className="first stack">
      <div className="dropz dropz--big">
        <Icon of={Download} />
        <h1>Drop a file of reasoning traces</h1>
        <p className="md ink2">
          JSONL, JSON, Parquet, CSV, gzip, zip or plain text. You will be reading the first trace about a
          second later, cut into steps.
        </p>
        <div className="row row--wrap">
          <Button look="primary" onClick={chooseFiles}>
            <Icon of={File} />
            Choose files <KeyHint command="file.choose" />
          </Button>
          <Button onClick={chooseFolder}>
            <Icon of={Folder} />
            Choose a folder
          </Button>
          <PasteButton label="Paste text" />
        </div>
      </div>
      <Samples title="Or start with a sample" />
      <section className="steps3 ink2" aria-label="How it works">
        <div className="stack stack--tight">
          <p className="row row--keys">
            {VERDICTS.map((verdict, i) => (
              <span key={verdict} className="row row--keys">
                <Key>{i + 1}</Key>
                <VerdictMark verdict={verdict} />
              </span>
            ))}
          </p>
          <p>
            One key judges a step and moves to the next. <KeyHint command="history.undo" /> takes it back.
          </p>
        </div>
        <div className="stack stack--tight">
          <p className="row ink">
            <Icon of={ShieldCheck} />
            <span className="medium">Stays on this machine</span>
          </p>
          <p>No server and no account. Traces and labels live in this browser until you export them.</p>
        </div>
        <div className="stack stack--tight">
          <p className="row ink">
            <Icon of={Upload} />
            <span className="medium">Already have labels?</span>
          </p>
          <p>
            Drop a labelled data set or what Stepmark exported: labels of people are shown beside your own,
            those of machines stay machine labels.
          </p>
        </div>
      </section>
    </div>
  );
}
