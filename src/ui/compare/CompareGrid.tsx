import { Check, ChevronRight, X } from 'lucide-react';
import { Fragment, useState } from 'react';
import type { CSSProperties } from 'react';
import type { Comparison } from '../../app/comparison';
import { maySee } from '../../app/treeInsight';
import type { AlignedLevel } from '../../core/tree';
import { Button, Icon, VerdictStrip, counted, useApp } from '../parts';
import { CompareCell } from './CompareCell';
import { Divergence } from './Divergence';

/** Shared steps between the first and the last one are one line until they are asked for. */
const FOLD_FROM = 4;
const columns = (count: number) => ({ '--columns': count }) as CSSProperties;

export function CompareGrid({ comparison }: { comparison: Comparison }) {
  const { levels, rows, open } = comparison;
  const [isUnfolded, setUnfolded] = useState(false);
  const shared = levels.findIndex(
    ({ cells }) => cells.length !== 1 || cells[0]!.to - cells[0]!.from + 1 < rows.length,
  );
  const sharedCount = shared < 0 ? levels.length : shared;
  const isFolded = sharedCount >= FOLD_FROM && !isUnfolded;
  const isHidden = ({ level }: AlignedLevel) => isFolded && level > 1 && level < sharedCount;
  const places = levels.flatMap(({ parts }) => parts);
  return (
    <div className="cgrid" style={columns(rows.length)}>
      <div className="ch" />
      {rows.map((row) => (
        <ColumnHead key={row} row={row} />
      ))}
      {levels.map((level) => {
        if (isHidden(level)) {
          if (level.level !== 2) return null;
          return (
            <div key="folded" className="cgrid__fold">
              <Button look="ghost" small onClick={() => setUnfolded(true)}>
                <Icon of={ChevronRight} small />
                Steps 2 to {sharedCount - 1}, the same in all
              </Button>
            </div>
          );
        }
        return (
          <Fragment key={level.level}>
            {level.parts.map((nodes) => (
              <Divergence
                key={nodes.join()}
                comparison={comparison}
                level={level}
                nodes={nodes}
                order={places.indexOf(nodes)}
              />
            ))}
            <LevelRow level={level} open={open} columns={rows.length} />
          </Fragment>
        );
      })}
      <div className="cn cc--end" />
      {rows.map((row) => (
        <Outcome key={row} row={row} open={open} />
      ))}
    </div>
  );
}

function LevelRow({
  level,
  open,
  columns: count,
}: {
  level: AlignedLevel;
  open: Comparison['open'];
  columns: number;
}) {
  const cells = Array.from({ length: count }, (_, column) => level.cells.find(({ from }) => from === column));
  const isCovered = (column: number) => level.cells.some(({ from, to }) => from < column && column <= to);
  return (
    <>
      <div className="cn">{level.level}</div>
      {cells.map((cell, column) => {
        if (cell !== undefined) return <CompareCell key={cell.node} open={open} cell={cell} />;
        return isCovered(column) ? null : <div key={`none-${column}`} className="cc" />;
      })}
    </>
  );
}

function ColumnHead({ row }: { row: number }) {
  const sibling = useApp(({ reader }) => reader?.open.siblings.find((one) => one.row === row));
  return (
    <div className="ch">
      <div className="row">
        <span className="strong">Rollout {(sibling?.attempt ?? row) + 1}</span>
        {sibling?.generator !== undefined && <span className="clip">{sibling.generator}</span>}
        <span className="grow" />
        {sibling !== undefined && <VerdictStrip marks={sibling.strip} maxWidth={120} />}
      </div>
      <div className="xs ink2">{counted(sibling?.strip.length ?? 0, 'step')}</div>
    </div>
  );
}

function Outcome({ row, open }: { row: number; open: Comparison['open'] }) {
  const outcome = useApp(({ reader }) => reader?.open.siblings.find((one) => one.row === row)?.outcome);
  const isShown = useApp((state) => maySee(state, false));
  const node = open.rowsAt.findIndex((rows) => rows.includes(row));
  const answer = open.answers?.[node];
  return (
    <div className="cc cc--end outc">
      {answer !== undefined && <span className="big clip">{answer}</span>}
      {outcome === undefined && <span className="ink3">The file says no outcome.</span>}
      {outcome !== undefined && !isShown && <span className="ink2 legend__w">outcome withheld</span>}
      {outcome !== undefined && isShown && typeof outcome === 'number' && <span>outcome {outcome}</span>}
      {typeof outcome === 'boolean' && isShown && (
        <span className="row row--tight">
          <Icon of={outcome ? Check : X} /> {outcome ? 'right' : 'wrong'}
        </span>
      )}
    </div>
  );
}
