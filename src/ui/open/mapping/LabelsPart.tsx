import { ArrowRight } from 'lucide-react';
import { labelsOf, withValue } from '../../../app/mapping';
import type { LabelForm } from '../../../app/mapping';
import type { MappingPreview } from '../../../app/state';
import type { Mapping, Verdict } from '../../../core/model';
import { Icon, Segmented, VerdictMark, counted, grouped } from '../../parts';
import { Choice } from './Choice';

interface Props {
  mapping: Mapping;
  preview: MappingPreview | undefined;
  onChange: (mapping: Mapping) => void;
}

const KINDS: readonly { value: LabelForm['kind']; label: string }[] = [
  { value: 'perStep', label: 'one per step' },
  { value: 'firstError', label: 'the first wrong step' },
  { value: 'errorList', label: 'a list of wrong steps' },
  { value: 'byKey', label: 'by step number' },
  { value: 'trace', label: 'one for the whole trace' },
];
const ORIGINS: readonly { value: LabelForm['origin']; label: string }[] = [
  { value: 'unknown', label: 'unknown' },
  { value: 'human', label: 'a person' },
  { value: 'model', label: 'a model' },
  { value: 'rule', label: 'a rule' },
];
const BASES = [
  { value: '0', label: 'first step is 0' },
  { value: '1', label: 'first step is 1' },
] as const;
const RESTS = [
  { value: 'unjudged', label: 'unjudged' },
  { value: 'correct', label: 'correct' },
] as const;

/** What the labels mean: where they stand, how steps are counted, whose they are, which word is which verdict. */
export function LabelsPart({ mapping, preview, onChange }: Props) {
  const labels = labelsOf(mapping);
  if (labels === undefined) return null;
  const set = (name: string, value: unknown) => onChange(withValue(mapping, `labels.${name}`, value));
  const isNumbered = labels.kind === 'firstError' || labels.kind === 'errorList' || labels.kind === 'byKey';
  return (
    <section className="panel" aria-labelledby="labels-title">
      <div className="panel__head">
        <h2 className="h grow" id="labels-title">
          What {labels.path} says
        </h2>
        {preview !== undefined && (
          <span className="xs ink3">counted in {counted(preview.sampled, 'record')}</span>
        )}
      </div>
      <div className="panel__body stack">
        <div className="row row--wrap labels__q">
          <label className="row">
            It is{' '}
            <Choice
              label="What the labels are"
              value={labels.kind}
              options={KINDS}
              onChange={(kind) => set('kind', kind)}
            />
          </label>
          {isNumbered && (
            <Segmented
              small
              label="Steps are counted from"
              options={BASES}
              value={labels.base === 1 ? '1' : '0'}
              onChange={(base) => set('base', Number(base))}
            />
          )}
          <label className="row">
            Said by{' '}
            <Choice
              label="Who labelled"
              value={labels.origin}
              options={ORIGINS}
              onChange={(origin) => set('origin', origin)}
            />
          </label>
          {labels.kind !== 'perStep' && labels.kind !== 'trace' && (
            <label className="row">
              {labels.kind === 'firstError' ? 'Steps after it' : 'Other steps'}
              <Choice
                label="Steps without a label"
                value={labels.rest ?? (labels.kind === 'errorList' ? 'correct' : 'unjudged')}
                options={RESTS}
                onChange={(rest) => set('rest', rest)}
              />
            </label>
          )}
        </div>
        <p className="xs ink2">{meaningOf(labels.origin)}</p>
        {preview !== undefined && preview.values.length > 0 && (
          <ValueTable
            values={preview.values}
            onChange={(value, verdict) =>
              set('table', { ...tableOf(preview.values), ...labels.table, [value]: verdict })
            }
          />
        )}
      </div>
    </section>
  );
}

const meaningOf = (origin: LabelForm['origin']) =>
  origin === 'human'
    ? 'They are read as the verdicts of one annotator, named after the file, and shown read only.'
    : 'They are a layer apart, shown dashed: for comparison and, if you choose, export; never your verdicts.';

/** As it stands: naming one value must not lose what the usual words mean. */
const tableOf = (values: MappingPreview['values']): Record<string, string> =>
  Object.fromEntries(
    values.flatMap(({ value, verdict }) => (verdict === undefined ? [] : [[value, verdict]])),
  );

const VERDICTS: readonly { value: Verdict | 'unjudged'; label: string }[] = [
  { value: 'correct', label: 'correct' },
  { value: 'redundant', label: 'redundant' },
  { value: 'erroneous', label: 'erroneous' },
  { value: 'unjudged', label: 'unjudged' },
];
const SHOWN_VALUES = 40;

function ValueTable({
  values,
  onChange,
}: {
  values: MappingPreview['values'];
  onChange: (value: string, verdict: Verdict | 'unjudged') => void;
}) {
  const missing = values.filter(({ verdict }) => verdict === undefined);
  return (
    <>
      <ul className="vals" aria-label="Values">
        {values.slice(0, SHOWN_VALUES).map(({ value, count, verdict }) => (
          <li key={value} className="row vals__v">
            <span className="mono vals__w clip">{value === '' ? '(empty)' : value}</span>
            <span className="num xs ink2">{grouped(count)} ×</span>
            <Icon of={ArrowRight} small />
            <VerdictMark verdict={verdict ?? 'unjudged'} size={14} silent />
            <Choice
              label={`${value} means`}
              value={verdict}
              options={VERDICTS}
              onChange={(next) => onChange(value, next)}
            />
          </li>
        ))}
      </ul>
      {values.length > SHOWN_VALUES && (
        <p className="xs ink2">
          {counted(values.length - SHOWN_VALUES, 'rarer value')} not shown; add them in the JSON.
        </p>
      )}
      {missing.length > 0 && (
        <p className="xs map__ask" role="status">
          {counted(missing.length, 'value has', 'values have')} no verdict yet:{' '}
          {missing
            .slice(0, 6)
            .map(({ value, count }) => `${value} (${grouped(count)} ×)`)
            .join(', ')}
          . Their steps stay unjudged.
        </p>
      )}
    </>
  );
}
