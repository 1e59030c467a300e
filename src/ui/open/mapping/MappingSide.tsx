import type { FileSummary, MappingSlice } from '../../../app/state';
import { Button, Note, counted, grouped, useActions } from '../../parts';

/** What the mapping reads of the first records, what it cannot, and what was saved before. */
export function MappingSide({ slice, file }: { slice: MappingSlice; file: FileSummary | undefined }) {
  const { preview } = slice;
  const best = file?.guesses.find(({ id }) => !id.startsWith('mapping:'));
  return (
    <aside className="side side--r" aria-label="What the mapping reads">
      <section className="side__sec stack">
        <h2 className="h">Format</h2>
        {best?.certain === true ? (
          <p className="xs ink2">Recognised as {best.title}. A mapping takes its place.</p>
        ) : (
          <Note tone="warn">
            Not recognised.{best !== undefined && ` Closest: ${best.title}, ${best.score.toFixed(2)}.`}
          </Note>
        )}
        <p className="xs ink2">
          A saved mapping is a small JSON file. It picks itself the next time a file has the same fields.
        </p>
      </section>
      <section className="side__sec stack stack--tight" aria-live="polite">
        <h2 className="h">What it reads</h2>
        {preview === undefined ? (
          <p className="xs ink2">Reading the first records.</p>
        ) : preview.wrong === undefined ? (
          <Counts preview={preview} />
        ) : (
          <Note tone="warn">Nothing yet. {preview.wrong}</Note>
        )}
      </section>
      {preview !== undefined && preview.faultCount > 0 && <Faults preview={preview} />}
      {preview !== undefined && preview.warnings.length > 0 && (
        <section className="side__sec stack stack--tight">
          <h2 className="h">Read with a remark</h2>
          <ul className="stack stack--tight xs ink2">
            {preview.warnings.map(({ kind, reason, count }) => (
              <li key={kind} className="remark">
                <span className="num ink">{grouped(count)}</span>
                <span>{reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Saved slice={slice} />
    </aside>
  );
}

type Preview = NonNullable<MappingSlice['preview']>;

function Counts({ preview }: { preview: Preview }) {
  const { sampled, faultCount, problems, traces, steps, verdicts } = preview;
  const labels = verdicts.correct + verdicts.redundant + verdicts.erroneous;
  return (
    <>
      <p className="xs ink2">
        {grouped(sampled - faultCount)} read + {grouped(faultCount)} with a fault ={' '}
        {counted(sampled, 'record')} looked at.
      </p>
      <p>
        {counted(problems, 'problem')} · {counted(traces, 'trace')} · {counted(steps, 'step')}
      </p>
      <p className="xs ink2">
        {labels === 0
          ? 'No label is read.'
          : `Labels: ${grouped(verdicts.correct)} correct, ${grouped(verdicts.redundant)} redundant, ${grouped(verdicts.erroneous)} erroneous.`}
      </p>
    </>
  );
}

function Faults({ preview: { faults, faultCount } }: { preview: Preview }) {
  return (
    <section className="side__sec side__sec--wide stack stack--tight">
      <h2 className="h faults__h" id="mapping-faults">
        {counted(faultCount, 'record it cannot read', 'records it cannot read')}
      </h2>
      <table className="tbl faults" aria-labelledby="mapping-faults">
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Reason</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ position, reason, remedy }, i) => (
            <tr key={i} className="prob-row">
              <td>{position}</td>
              <td>{reason}</td>
              <td className="ink2">{remedy}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {faults.length < faultCount && <p className="xs ink2 faults__f">The first {faults.length} of them.</p>}
    </section>
  );
}

function Saved({ slice: { saved = [], mapping } }: { slice: MappingSlice }) {
  const { changeMapping, forgetMapping } = useActions();
  return (
    <section className="side__sec stack stack--tight">
      <h2 className="h">Saved mappings</h2>
      {saved.map((one) => (
        <div key={one.name} className="row">
          <span className={`grow clip${one.name === mapping?.name ? ' medium' : ''}`}>{one.name}</span>
          <Button small aria-label={`Use ${one.name}`} onClick={() => changeMapping(one)}>
            Use
          </Button>
          <Button
            small
            look="ghost"
            aria-label={`Forget ${one.name}`}
            onClick={() => forgetMapping(one.name)}
          >
            Forget
          </Button>
        </div>
      ))}
      <p className="xs ink2">
        {saved.length === 0 && 'None yet. '}Drop a mapping file here to use one that somebody shared.
      </p>
    </section>
  );
}
