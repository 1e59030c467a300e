// Where a person tries a mapping: the first records of the file stay in memory, and every correction reads them
// again.

import { openContainer, positionOf } from '../../core/bytes';
import type { OpenedContainer, Platform, RawRecord } from '../../core/bytes';
import {
  describeFields,
  guessMapping,
  keyReading,
  keySetOf,
  labelValues,
  mappedFormat,
  readMapping,
} from '../../core/formats';
import type { KeyedReading, TraceFormat } from '../../core/formats';
import type { Fault, FileKey, Mapping, Strategy, Trace, Verdict } from '../../core/model';
import { findZones, guessStrategy, splitSteps, stepRanges } from '../../core/segment';
import { CannotOpen } from '../api';
import type { MappingDraft, MappingPreview, OpenInput } from '../api';
import { countWarnings } from './countWarnings';
import { PREVIEW_RECORDS, previewRecord } from './previewRecord';

const SAMPLED = 2_000;
const SAMPLED_BYTES = 8 << 20;
/** Fields are described from these; the rest is counted only. */
const DESCRIBED = 200;
const SHOWN_FAULTS = 5;
const STRATEGY_RECORDS = 50;
const DRAFT = 'draft' as FileKey;

interface Sampled {
  container: OpenedContainer;
  records: RawRecord[];
}
interface Read {
  readings: { record: RawRecord; keyed: KeyedReading }[];
  faults: Fault[];
}

const wordsOf = ({ reason, remedy }: Pick<Fault, 'reason' | 'remedy'>) => `${reason} ${remedy}`;

/** undefined: it is a mapping. */
export function wrongIn(mapping: Mapping): string | undefined {
  const checked = readMapping(mapping);
  return checked.ok ? undefined : wordsOf(checked.fault);
}

export class MappingBench {
  private readonly platform: Platform;
  private sampled: Sampled | undefined;

  constructor(platform: Platform) {
    this.platform = platform;
  }

  async draft([input]: OpenInput[]): Promise<MappingDraft> {
    if (input === undefined) throw new Error('No file was given.');
    const opened = await openContainer(input.blob, this.platform);
    if (!opened.ok) throw new CannotOpen(opened.fault);
    const records = await firstRecords(opened.value);
    this.sampled = { container: opened.value, records };
    const values = records.slice(0, DESCRIBED).map(({ value }) => value);
    const keySet = keySetOf(values);
    const guess = guessMapping({ container: opened.value.container.id, records: values });
    const name = input.name.replace(/\.[^.]*$/, '') || 'mapping';
    return {
      mapping: { stepmarkMapping: 1, rows: '$[*]', ...guess?.mapping, name },
      reasons: (guess?.reasons ?? []).map(({ role, because, ask }) => ({
        field: role,
        because,
        ...(ask === true && { ask }),
      })),
      fields: describeFields(values),
      records: records.length,
      ...(keySet !== undefined && { keySet }),
    };
  }

  async preview(mapping: Mapping): Promise<MappingPreview> {
    const { sampled } = this;
    if (sampled === undefined) throw new Error('No file is being mapped. Drop it again.');
    const checked = readMapping(mapping);
    const sample = sampled.records.length;
    if (!checked.ok)
      return { ...EMPTY, sampled: sample, wrong: `${checked.fault.reason} ${checked.fault.remedy}` };
    const read = readSample(mappedFormat(checked.value), sampled);
    const records = sampled.records.map(({ value }) => value);
    return {
      ...(await this.counted(read, sampled)),
      sampled: sample,
      values: labelValues(checked.value, records),
    };
  }

  private async counted({ readings, faults }: Read, { container }: Sampled): Promise<MappingPreview> {
    const traces = readings.flatMap(({ keyed }) => keyed.traces);
    const { strategy } = guessStrategy(
      readings.slice(0, STRATEGY_RECORDS).flatMap(({ keyed }) => keyed.traces),
    );
    const verdicts: Record<Verdict, number> = { correct: 0, redundant: 0, erroneous: 0 };
    for (const { keyed } of readings)
      for (const { given } of keyed.rows) for (const { verdict } of given) if (verdict) verdicts[verdict]++;
    const shown = readings.filter(({ keyed }) => keyed.rows.length > 0).slice(0, PREVIEW_RECORDS);
    return {
      ...EMPTY,
      records: await Promise.all(
        shown.map(async ({ record: { place }, keyed }) =>
          previewRecord(place, keyed, strategy, await container.recordSourceAt(place)),
        ),
      ),
      problems: new Set(readings.flatMap(({ keyed }) => keyed.problems.map(({ key }) => key))).size,
      traces: traces.length,
      steps: traces.reduce((sum, trace) => sum + stepsOf(trace, strategy), 0),
      verdicts,
      faultCount: faults.length,
      faults: faults.slice(0, SHOWN_FAULTS),
      warnings: countWarnings(
        [],
        readings.flatMap(({ keyed }) => keyed.warnings),
      ),
    };
  }
}

const EMPTY: MappingPreview = {
  records: [],
  sampled: 0,
  problems: 0,
  traces: 0,
  steps: 0,
  verdicts: { correct: 0, redundant: 0, erroneous: 0 },
  values: [],
  faultCount: 0,
  faults: [],
  warnings: [],
};

const stepsOf = (trace: Trace, strategy: Strategy) =>
  stepRanges(splitSteps({ ...trace, zones: findZones(trace) }, strategy)).length;

async function firstRecords(container: OpenedContainer): Promise<RawRecord[]> {
  const first: RawRecord[] = [];
  for await (const { records, bytesRead } of container.records()) {
    first.push(...records);
    if (first.length >= SAMPLED || (first.length > 0 && bytesRead >= SAMPLED_BYTES)) break;
  }
  return first.slice(0, SAMPLED);
}

function readSample(format: TraceFormat, { container, records }: Sampled): Read {
  const read: Read = { readings: [], faults: [] };
  const header = container.container.detail['header'];
  const around = header === undefined ? {} : { header };
  const keyed = (record: RawRecord, values: unknown, result: ReturnType<TraceFormat['read']>) => {
    const { place } = record;
    if (!result.ok) return void read.faults.push({ position: positionOf(place), ...result.fault, at: place });
    const context = { file: DRAFT, place, formatId: format.id, record: values };
    read.readings.push({ record, keyed: keyReading(result.value, context) });
  };
  if (format.readAll === undefined) {
    for (const record of records) {
      const { key, value } = record;
      keyed(record, value, format.read(value, { ...around, ...(key !== undefined && { key }) }));
    }
  } else if (records[0] !== undefined) {
    const values = records.map(({ value }) => value);
    keyed(records[0], values, format.readAll(values, around));
  }
  return read;
}
