import { useCallback, useMemo, useRef } from 'react';
import { selectReading } from '../../app/readingSettings';
import type { ReaderSlice } from '../../app/state';
import { useApp } from '../parts';
import { TypingDock } from './docks';
import { GuidelineDrawer, HistoryDrawer } from './drawers';
import { FindBar } from './FindBar';
import { buildListItems } from './listItems';
import { Minimap } from './minimap';
import { PickBar } from './PickBar';
import { ProblemPanel } from './ProblemPanel';
import { PaneSeparator, readingClass, readingStyle } from './reading';
import { StepList } from './StepList';
import type { ListPort } from './StepList';
import { SplitDrawer } from './splitter';
import { ToolBar } from './ToolBar';
import { TouchBar } from './TouchBar';
import { TrayDrawer } from './TrayDrawer';
import './reader.css';
import './docks/docks.css';
import './drawers/drawers.css';
import './cuts/cuts.css';
import './spans/spans.css';
import './outline/outline.css';
import './reading/reading.css';

/** tokens.css at 1,280 px and more. */
const USUAL_PROBLEM_PX = 312;
const USUAL_DRAWER_PX = 392;

/** Problem, steps and map of one trace. */
export function ReaderScreen() {
  const open = useApp(({ reader }) => reader?.open);
  const segmentation = useApp(({ reader }) => reader?.segmentation);
  const steps = useApp(({ reader }) => reader?.steps);
  const zones = useApp(({ reader }) => reader?.zones);
  const strategy = useApp(({ reader }) => reader?.strategy);
  if (!open || !segmentation || !steps || !zones || !strategy) {
    return (
      <main className="main">
        <p className="reader__wait">Reading the trace.</p>
      </main>
    );
  }
  return <Trace {...{ open, segmentation, steps, zones, strategy }} />;
}

type Props = Pick<ReaderSlice, 'open' | 'segmentation' | 'steps' | 'zones' | 'strategy'>;

/** Only the steps are made anew for another trace: the frame around them is the same. */
function Trace({ open, segmentation, steps, zones, strategy }: Props) {
  const trace = `${open.file} ${open.row}`;
  const port = useRef<ListPort>(null);
  const reader = useMemo(() => ({ open, steps }), [open, steps]);
  const items = useMemo(
    () => buildListItems({ open, segmentation, steps, zones }),
    [open, segmentation, steps, zones],
  );
  const focusList = useCallback(() => port.current?.scroller.focus({ preventScroll: true }), []);
  const drawer = useApp((state) => state.reader?.drawer);
  const isPicking = useApp(({ reader: now }) => now?.mode === 'pick');
  const reading = useApp(selectReading);
  const find = useApp((state) => state.reader?.find);
  return (
    <main
      className={`main reader${drawer === undefined ? '' : ' reader--drawer'}${readingClass(reading)}`}
      style={readingStyle(reading)}
    >
      <h1 className="sr">
        Rollout {open.attempt + 1} of {open.problemName}
      </h1>
      <ProblemPanel key={open.problem.key} reader={reader} />
      <PaneSeparator pane="problemPx" label="Width of the problem" side="left" usual={USUAL_PROBLEM_PX} />
      <section className="reader__col" aria-label="Trace">
        {isPicking ? (
          <PickBar />
        ) : find === undefined ? (
          <ToolBar open={open} strategy={strategy} steps={steps.length} />
        ) : (
          <FindBar find={find} onLeave={focusList} />
        )}
        <StepList key={trace} reader={reader} items={items} port={port} />
        <TypingDock onLeave={focusList} />
      </section>
      {drawer === undefined && <Minimap reader={reader} port={port} />}
      {drawer !== undefined && (
        <PaneSeparator pane="drawerPx" label="Width of the drawer" side="right" usual={USUAL_DRAWER_PX} />
      )}
      {drawer === 'splitter' && <SplitDrawer key={trace} onLeave={focusList} />}
      {drawer === 'tray' && <TrayDrawer key={trace} onLeave={focusList} />}
      {drawer === 'history' && <HistoryDrawer onLeave={focusList} />}
      {drawer === 'guideline' && <GuidelineDrawer onLeave={focusList} />}
      <TouchBar />
    </main>
  );
}
