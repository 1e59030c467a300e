import { ArrowLeft } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { fieldOf, labelsOf, withField, withValue } from '../../../app/mapping';
import type { MappingField, MappingReason } from '../../../app/state';
import type { Mapping } from '../../../core/model';
import { Icon } from '../../parts';
import { FieldPicker } from './FieldPicker';
import type { Role } from './roles';

export interface Editing {
  mapping: Mapping;
  fields: readonly MappingField[];
  reasons: readonly MappingReason[];
  onChange: (mapping: Mapping) => void;
}

/** One role and its field, with an example of what is there and why it was guessed. */
export function FieldRow({ role, editing }: { role: Role; editing: Editing }) {
  const { mapping, fields, reasons, onChange } = editing;
  const noteId = useId();
  const value = fieldOf(mapping, role.field);
  const change = (path: string) => onChange(withRole(mapping, role, path, fields));
  const about = fields.find(({ path }) => path === value || path === value.replace(/\[\*\]$/, ''));
  const reason = reasons.find(({ field }) => field === role.field || `${field}.0.path` === role.field);
  return (
    <Line title={role.title} isSet={value !== ''}>
      {role.isText === true ? (
        <input
          className="field mono"
          aria-label={role.title}
          value={value}
          placeholder="none"
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <FieldPicker
          label={role.title}
          value={value}
          fields={fields}
          onChange={change}
          describedBy={noteId}
        />
      )}
      <span className="ex" id={noteId}>
        {about !== undefined && (
          <span className="xs ink2 clip">
            {about.example !== '' && `“${about.example}”, `}
            {about.type}
            {about.share < 1 && `, in ${Math.round(about.share * 100)} %`}
          </span>
        )}
        {reason !== undefined && value !== '' && (
          <span className={`xs ${reason.ask === true ? 'map__ask' : 'ink3'}`}>
            {reason.ask === true && 'Look: '}
            {reason.because}
          </span>
        )}
      </span>
    </Line>
  );
}

/** Labels are one per step until something else is said. A score is named after its field; a list of them belongs to
 *  the steps. */
function withRole(mapping: Mapping, { field }: Role, path: string, fields: readonly MappingField[]): Mapping {
  if (field === 'labels.path') {
    if (path === '') return withValue(mapping, 'labels', undefined);
    const kind = labelsOf(mapping)?.kind ?? 'perStep';
    // A list is one or the other.
    const isScore = fieldOf(mapping, 'scores.0.path').replace(/\[\*\]$/, '') === path.replace(/\[\*\]$/, '');
    const rest = isScore ? withField(mapping, 'scores', '') : mapping;
    return withValue(withField(rest, field, path), 'labels.kind', kind);
  }
  if (field !== 'scores.0.path') return withField(mapping, field, path);
  if (path === '') return withField(mapping, 'scores', '');
  const isList = path.endsWith('[*]') || fields.find((one) => one.path === path)?.type.startsWith('list');
  const at = 'tree' in mapping ? 'node' : isList === true ? 'step' : 'trace';
  const name =
    path
      .replace(/\[\*\]/g, '')
      .split('.')
      .at(-1) ?? path;
  const named = withField(withField(mapping, field, path), 'scores.0.name', name);
  return withField(named, 'scores.0.at', at);
}

export function Line({
  title,
  isSet = true,
  children,
}: {
  title: string;
  isSet?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="map__r">
      <span className={isSet ? 'medium' : 'ink2'}>{title}</span>
      <span className="ink3 map__a">
        <Icon of={ArrowLeft} small />
      </span>
      {children}
    </div>
  );
}
