import { useState } from 'react';
import { fieldOf, fieldsInside, shapeOf, treeStyleOf, withShape, withTreeStyle } from '../../../app/mapping';
import { Button } from '../../parts';
import { Choice } from './Choice';
import { FieldRow, Line } from './FieldRow';
import type { Editing } from './FieldRow';
import {
  ABOUT_ROLES,
  LABEL_ROLE,
  MORE_ABOUT_ROLES,
  MORE_NODE_ROLES,
  MORE_PROBLEM_ROLES,
  NODE_ROLES,
  NODE_TEXT,
  PROBLEM_ROLES,
  SHAPES,
  TRACE_ROLES,
  TREE_STYLES,
} from './roles';
import type { Role } from './roles';

/** Every role of a mapping with the field that holds it. */
export function FieldRows({ editing }: { editing: Editing }) {
  const { mapping, onChange } = editing;
  const [all, setAll] = useState(false);
  const shape = shapeOf(mapping);
  const rare = [...MORE_PROBLEM_ROLES, ...(shape === 'tree' ? MORE_NODE_ROLES : []), ...MORE_ABOUT_ROLES];
  const shownRare = rare.filter(({ field }) => all || fieldOf(mapping, field) !== '');
  return (
    <div className="map">
      <Rows roles={PROBLEM_ROLES} editing={editing} />
      <Line title="Trace" isSet={shape !== undefined}>
        <Choice
          label="Trace"
          value={shape}
          options={SHAPES}
          onChange={(next) => onChange(withShape(mapping, next))}
        />
        <span className="ex" />
      </Line>
      {shape !== undefined && shape !== 'tree' && <Rows roles={TRACE_ROLES[shape]} editing={editing} />}
      {shape === 'tree' && <TreeRows editing={editing} />}
      {shape !== 'pair' && (
        <>
          <Rows roles={ABOUT_ROLES} editing={editing} />
          {shape !== 'tree' && <Rows roles={[LABEL_ROLE]} editing={editing} />}
        </>
      )}
      <Rows roles={shownRare} editing={editing} />
      {shownRare.length < rare.length && (
        <div className="row">
          <Button small look="ghost" onClick={() => setAll(true)}>
            More fields:{' '}
            {rare
              .filter((role) => !shownRare.includes(role))
              .map(({ title }) => title.toLowerCase())
              .join(', ')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Rows({ roles, editing }: { roles: readonly Role[]; editing: Editing }) {
  return roles.map((role) => <FieldRow key={role.field} role={role} editing={inScope(role, editing)} />);
}

/** Paths begin where the role lies. */
function inScope({ in: scope }: Role, editing: Editing): Editing {
  const { mapping, fields } = editing;
  const rollouts = fieldsInside(fields, fieldOf(mapping, 'rollouts.each'));
  if (scope === 'rollout') return { ...editing, fields: rollouts };
  if (scope === 'turn')
    return { ...editing, fields: fieldsInside(rollouts, fieldOf(mapping, 'trace.turns')) };
  if (scope !== 'node') return editing;
  const place = fieldOf(mapping, 'tree.nodes') || fieldOf(mapping, 'tree.root');
  return { ...editing, fields: fieldsInside(fields, place) };
}

function TreeRows({ editing }: { editing: Editing }) {
  const { mapping, onChange } = editing;
  const style = treeStyleOf(mapping);
  const roles = TREE_STYLES.find(({ value }) => value === style)?.roles ?? [];
  const hasText = style === 'nested' || style === 'list';
  return (
    <>
      <Line title="Its nodes" isSet={style !== undefined}>
        <Choice
          label="Its nodes"
          value={style}
          options={TREE_STYLES}
          onChange={(next) => onChange(withTreeStyle(mapping, next))}
        />
        <span className="ex" />
      </Line>
      <Rows roles={[...roles, ...(hasText ? [NODE_TEXT] : []), ...NODE_ROLES]} editing={editing} />
    </>
  );
}
