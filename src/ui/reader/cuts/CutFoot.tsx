import { Scissors } from 'lucide-react';
import type { StepView } from '../../../app/state';
import { Icon, KeyHint, useApp } from '../../parts';

const SHOWN_UNITS = 28;
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

/** In cut mode, in place of the verdicts: what stands on both sides of the cut, and the keys that move it. */
export function CutFoot({ step, at }: { step: StepView; at: number }) {
  const raw = useApp(({ reader }) => reader?.open.trace.raw ?? '');
  const from = Math.max(step.start, at - SHOWN_UNITS);
  const to = Math.min(step.end, at + SHOWN_UNITS);
  const before = `${from > step.start ? '…' : ''}${oneLine(raw.slice(from, at)).trimEnd()}`;
  const after = `${oneLine(raw.slice(at, to))}${to < step.end ? '…' : ''}`;
  return (
    <div className="step__foot step__foot--cut">
      <Icon of={Scissors} small />
      <span className="medium nowrap">Cut mode</span>
      <span className="cutline" dir="auto">
        <bdi>{before}</bdi>
        <span className="cut" />
        <bdi>{after}</bdi>
      </span>
      <span className="hide-s nowrap">
        <KeyHint command="split.cut" /> cuts <KeyHint command="split.leave" /> leaves
      </span>
    </div>
  );
}
