// valibot says what is wrong with a record; that one is right is asked a hundred thousand times a second, and a
// schema walked once into plain functions answers about ten times faster.

import type * as v from 'valibot';

type Check = (value: unknown) => boolean;
type Schema = v.GenericSchema<unknown, unknown>;
/** What of a schema is looked at; which fields there are depends on `type`. */
interface Parts {
  type: string;
  entries?: Record<string, Schema>;
  item?: Schema;
  wrapped?: Schema;
  default?: unknown;
  literal?: unknown;
  options?: readonly unknown[];
  pipe?: unknown;
}

const checks = new WeakMap<Schema, Check | undefined>();

/** Whether a value has the shape and parsing would give it back as it is. `undefined`: only valibot can tell. */
export function shapeCheck(schema: Schema): Check | undefined {
  if (!checks.has(schema)) checks.set(schema, compile(schema));
  return checks.get(schema);
}

const PLAIN: Record<string, Check> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && !Number.isNaN(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  unknown: () => true,
  any: () => true,
};

function compile(schema: Schema): Check | undefined {
  const parts = schema as unknown as Parts;
  if (parts.pipe !== undefined) return undefined;
  const { type } = parts;
  if (Object.hasOwn(PLAIN, type)) return PLAIN[type];
  if (type === 'literal') return (value) => value === parts.literal;
  if (type === 'loose_object') return compileObject(parts.entries ?? {});
  if (type === 'array') return parts.item && compileArray(parts.item);
  if (type === 'union') return compileUnion(parts.options as readonly Schema[]);
  return compileOptional(parts);
}

function compileArray(item: Schema): Check | undefined {
  const check = shapeCheck(item);
  if (check === undefined) return undefined;
  return (value) => Array.isArray(value) && value.every(check);
}

function compileUnion(options: readonly Schema[]): Check | undefined {
  const each = options.map(shapeCheck);
  if (!each.every((check) => check !== undefined)) return undefined;
  return (value) => each.some((check) => check(value));
}

function compileOptional({ type, wrapped, default: instead }: Parts): Check | undefined {
  const inner = wrapped && instead === undefined ? shapeCheck(wrapped) : undefined;
  if (inner === undefined) return undefined;
  if (type === 'optional') return (value) => value === undefined || inner(value);
  if (type === 'nullable') return (value) => value === null || inner(value);
  return type === 'nullish' ? (value) => value === undefined || value === null || inner(value) : undefined;
}

function compileObject(entries: Record<string, Schema>): Check | undefined {
  const fields: [name: string, check: Check, mayMiss: boolean][] = [];
  for (const [name, schema] of Object.entries(entries)) {
    const check = shapeCheck(schema);
    if (check === undefined) return undefined;
    fields.push([name, check, schema.type === 'optional' || schema.type === 'nullish']);
  }
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    for (const [name, check, mayMiss] of fields) {
      const field = (value as Record<string, unknown>)[name];
      const isMissing = field === undefined && !(name in value);
      if (isMissing ? !mayMiss : !check(field)) return false;
    }
    return true;
  };
}
