import { Code, History, Inbox, Scissors, Search } from 'lucide-react';
import { selectProgress } from '../../app/selectProgress';
import { selectShown } from '../../app/selectShown';
import type { OpenTrace } from '../../app/state';
import type { Strategy } from '../../core/model';
import { strategyTitle } from '../../core/segment';
import {
  Button,
  counted,
  grouped,
  Icon,
  KeyHint,
  Segmented,
  useActions,
  useApp,
  useStepmark,
} from '../parts';
import { ReadingMenu } from './reading';

interface Props {
  open: OpenTrace;
  strategy: Strategy;
  steps: number;
}

export function ToolBar({ open, strategy, steps }: Props) {
  const app = useStepmark();
  const actions = useActions();
  const rawAll = useApp(({ reader }) => reader?.rawAll === true);
  const isSoFar = useApp(({ reader }) => reader?.splitTo !== undefined);
  const { of, trace } = open;
  return (
    <div className="bar-tool">
      <Segmented
        label="Show"
        small
        value="steps"
        options={[
          { value: 'steps', label: 'Steps' },
          {
            value: 'tree',
            label: 'Tree',
            ...(open.hasTree ? {} : { unavailable: 'This problem has a single path: there is no tree.' }),
          },
          {
            value: 'compare',
            label: 'Compare',
            ...(open.attempts > 1 ? {} : { unavailable: 'This problem has no other rollout.' }),
          },
        ]}
        onChange={(value) => value !== 'steps' && app.run(value === 'tree' ? 'trace.tree' : 'trace.compare')}
      />
      {of.generator !== undefined && <span className="medium clip">{of.generator}</span>}
      <span className="ink3 clip hide-s">
        {counted(steps, 'step')} {isSoFar && 'so far, the rest is being split '}· {grouped(trace.raw.length)}{' '}
        characters
        {open.sameText > 1 && ` · ${counted(open.sameText, 'row')} with this text`}
      </span>
      <span className="grow" />
      <Armed />
      <Drawers name={strategyTitle(strategy).toLowerCase()} because={open.strategyBecause} />
      <Button
        look="ghost"
        small
        aria-pressed={rawAll}
        on={rawAll}
        title="All steps as they stand in the file"
        onClick={() => actions.toggleRaw('all')}
      >
        <Icon of={Code} small />
        Raw <KeyHint command="step.raw" />
      </Button>
      <Button look="ghost" small className="hide-s" onClick={() => app.run('find.start')}>
        <Icon of={Search} small />
        Find <KeyHint command="find.start" />
      </Button>
      <ReadingMenu />
    </div>
  );
}

/** Enter was pressed with steps unjudged: said where it is in sight, whatever part of the trace is shown. */
function Armed() {
  const armed = useApp(({ reader }) => reader?.finishArmed === true);
  const progress = useApp(selectProgress);
  if (!armed || progress === undefined) return null;
  return (
    <span className="chip is-on">
      <KeyHint command="trace.finish" /> finishes as partial, {grouped(progress.total - progress.judged)}{' '}
      unjudged
    </span>
  );
}

/** Opens the splitter, and the tray where judgements wait in it. */
function Drawers({ name, because }: { name: string; because: string }) {
  const app = useStepmark();
  const drawer = useApp(({ reader }) => reader?.drawer);
  const waiting = useApp((state) => selectShown(state).tray.length);
  return (
    <>
      {(waiting > 0 || drawer === 'tray') && (
        <Button
          look="ghost"
          small
          aria-pressed={drawer === 'tray'}
          on={drawer === 'tray'}
          onClick={() => app.run('split.tray')}
        >
          <Icon of={Inbox} small />
          Tray: {grouped(waiting)}
        </Button>
      )}
      <Button
        look="ghost"
        small
        iconOnly
        aria-label="History"
        title="History: what was done, and back to any point"
        aria-pressed={drawer === 'history'}
        on={drawer === 'history'}
        onClick={() => app.run('trace.history')}
      >
        <Icon of={History} small />
      </Button>
      <Button
        look="ghost"
        small
        className="hide-s"
        aria-pressed={drawer === 'splitter'}
        on={drawer === 'splitter'}
        title={because}
        onClick={() => app.run('split.panel')}
      >
        <Icon of={Scissors} small />
        Split: {name}
      </Button>
    </>
  );
}
