import { Download, Copy } from 'lucide-react';
import type { Fault } from '../../core/model';
import type { FileSummary } from '../../app/state';
import { Button, Icon, counted, grouped, useActions } from '../parts';
import { Worded } from './Worded';

interface Props {
  file: FileSummary;
  /** Those asked for so far. */
  faults: readonly Fault[];
}

export function FaultTable({ file, faults }: Props) {
  const { moreFaults, saveFaults, mapFields } = useActions();
  const isAll = faults.length >= file.faultCount;
  const asTable = () =>
    faults
      .map((fault) => [fault.position, bytesOf(fault) ?? '', fault.reason, fault.remedy].join('\t'))
      .join('\n');
  return (
    <section className="side__sec side__sec--wide stack stack--tight">
      <div className="row faults__h">
        <h2 className="h grow" id="faults-title">
          {file.faultCount === 0
            ? 'No fault'
            : counted(file.faultCount, 'record with a fault', 'records with a fault')}
        </h2>
        {faults.length > 0 && (
          <>
            <Button look="ghost" small onClick={() => void navigator.clipboard.writeText(asTable())}>
              <Icon of={Copy} small />
              {isAll ? 'Copy' : `Copy ${grouped(faults.length)}`}
            </Button>
            <Button look="ghost" small onClick={saveFaults}>
              <Icon of={Download} small />
              Save as JSONL
            </Button>
          </>
        )}
      </div>
      {faults.length > 0 && (
        <table className="tbl faults" aria-labelledby="faults-title">
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Reason</th>
              <th scope="col">What to do</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault, i) => (
              <tr key={i} className="prob-row">
                <td>
                  {fault.position === '$' ? 'whole file' : fault.position}
                  <BytesOf fault={fault} />
                </td>
                <td>
                  <Worded text={fault.reason} />
                </td>
                <td className="ink2">{fault.remedy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!isAll && faults.length > 0 && (
        <div className="faults__f">
          <Button small onClick={moreFaults}>
            Show more: {grouped(faults.length)} of {grouped(file.faultCount)} shown
          </Button>
        </div>
      )}
      {file.faultCount > file.recordsRead && (
        <div className="faults__f stack stack--tight">
          <p className="xs ink2">
            Most records could not be read as {file.formatTitle}: say which field is what.
          </p>
          <div className="row">
            <Button small onClick={mapFields}>
              Map fields myself
            </Button>
          </div>
        </div>
      )}
      <p className="xs ink3 faults__f">
        {grouped(file.recordsRead)} read + {grouped(file.faultCount)} with a fault ={' '}
        {counted(file.records, 'record')}
        {file.complete ? '' : ' so far'}
      </p>
    </section>
  );
}

/** Where its bytes lie in the (unpacked) file. */
function bytesOf({ at }: Fault): string | undefined {
  if (at === undefined || !('startByte' in at)) return undefined;
  return `bytes ${grouped(at.startByte)}–${grouped(at.startByte + at.sizeBytes)}`;
}

function BytesOf({ fault }: { fault: Fault }) {
  const words = bytesOf(fault);
  return words === undefined ? null : <span className="faults__b">{words}</span>;
}
