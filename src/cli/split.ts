// `stepmark split PATH… --strategy NAME [--switch …]`: one line of JSON per trace, its ranges in code points.

import { openContainer, positionOf } from '../core/bytes';
import type { OpenedContainer, RawRecord } from '../core/bytes';
import { readRecord } from '../core/formats';
import type { Reading, TraceFormat } from '../core/formats';
import type { Fault, RecordPlace, Strategy } from '../core/model';
import { SWITCH_USAGE, describeSplit, guessStrategy, readSwitches, splitSteps } from '../core/segment';
import { chooseFormat } from './chooseFormat';
import { openMapping } from './mappingFile';
import { PLATFORM, withFiles } from './nodeFiles';

export const SPLIT_USAGE = `split PATH… --strategy NAME [--switch NAME[=VALUE]]… [--mapping FILE]
         prints one line of JSON per trace: its steps, markers and gaps, counted in Unicode code points.
         Switches: ${SWITCH_USAGE}.`;

interface Request {
  paths: string[];
  strategy: Strategy;
  mapping: string | undefined;
}
interface Streams {
  out: (line: string) => void;
  say: (message: string) => void;
}

/** Gives the exit status: 0 all was read, 1 there are faults, 2 wrong use. */
export async function runSplit(args: readonly string[], streams: Streams): Promise<number> {
  const request = readArguments(args);
  if (typeof request === 'string') {
    streams.say(`${request}\nUsage: npm run -s stepmark -- ${SPLIT_USAGE}`);
    return 2;
  }
  const mapped = request.mapping === undefined ? undefined : await openMapping(request.mapping);
  if (typeof mapped === 'string') {
    streams.say(mapped);
    return 2;
  }
  let status = 0;
  for (const path of request.paths)
    if (!(await splitPath(path, request.strategy, mapped, streams))) status = 1;
  return status;
}

/** A text says what is wrong. */
function readArguments(args: readonly string[]): Request | string {
  const paths: string[] = [];
  const switches: string[] = [];
  let name: string | undefined;
  let mapping: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const [option, inline] = splitOnce(args[i]!);
    if (option !== '--strategy' && option !== '--switch' && option !== '--mapping') {
      if (option.startsWith('--')) return `"${option}" is no option of split.`;
      paths.push(args[i]!);
      continue;
    }
    const value = inline ?? args[++i];
    if (value === undefined) return `${option} needs a value.`;
    if (option === '--strategy') name = value;
    else if (option === '--mapping') mapping = value;
    else switches.push(value);
  }
  if (paths.length === 0) return 'split needs a path.';
  if (name === undefined) return 'split needs --strategy NAME.';
  const strategy = readSwitches(name, switches);
  return strategy.ok ? { paths, strategy: strategy.value, mapping } : `Wrong use: ${strategy.fault}.`;
}

function splitOnce(argument: string): [option: string, value: string | undefined] {
  const at = argument.startsWith('--') ? argument.indexOf('=') : -1;
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)];
}

async function splitPath(
  path: string,
  strategy: Strategy,
  mapped: TraceFormat | undefined,
  streams: Streams,
): Promise<boolean> {
  const refuse = (message: string) => {
    streams.say(`${path}: ${message}`);
    return false;
  };
  try {
    return await withFiles(path, async ([file, ...others]) => {
      if (!file || others.length > 0) return refuse('Give the files of a folder one by one.');
      const opened = await openContainer(file.source, PLATFORM);
      if (!opened.ok) return refuse(`${opened.fault.reason} ${opened.fault.remedy}`);
      const tell = (message: string) => streams.say(`${path}: ${message}`);
      const format = mapped ?? chooseFormat(opened.value, tell);
      if (!format)
        return refuse(
          'No format fits its records. Describe their fields in a mapping (README) and give it with --mapping.',
        );
      return await new FileSplit(path, format, strategy, streams).run(opened.value);
    });
  } catch (cause) {
    return refuse(cause instanceof Error ? cause.message : String(cause));
  }
}

type Attempt = Reading['attempts'][number];
const traceOf = ({ raw, zones = [], given }: Attempt) => ({ raw, zones, ...(given && { given }) });

const startByteOf = (place: RecordPlace | undefined) =>
  place && 'startByte' in place ? place.startByte : Infinity;

class FileSplit {
  private recordsBefore = 0;
  private ok = true;
  private readonly path: string;
  private readonly format: TraceFormat;
  private strategy: Strategy;
  private readonly streams: Streams;

  constructor(path: string, format: TraceFormat, strategy: Strategy, streams: Streams) {
    this.path = path;
    this.format = format;
    this.strategy = strategy;
    this.streams = streams;
  }

  async run(opened: OpenedContainer): Promise<boolean> {
    const header = opened.container.detail['header'];
    if (this.strategy.strategy === 'auto') this.chooseFrom(opened.sample, header);
    const together: RawRecord[] = [];
    for await (const { records, faults } of opened.records()) {
      for (const fault of faults) this.sayFault(fault);
      if (this.format.readAll) together.push(...records);
      else this.splitRecords(records, faults, header);
    }
    if (this.format.readAll && together.length > 0) {
      const result = this.format.readAll(
        together.map(({ value }) => value),
        { header },
      );
      if (result.ok) this.print(result.value, 0);
      else this.sayFault({ ...result.fault, position: '$' });
    }
    return this.ok;
  }

  /** One strategy for the whole file, from the records that its format was guessed from. */
  private chooseFrom(sample: readonly RawRecord[], header: unknown): void {
    const read = this.format.readAll
      ? [
          this.format.readAll(
            sample.map(({ value }) => value),
            { header },
          ),
        ]
      : sample.map((record) => readRecord(this.format, record, header));
    const attempts = read.flatMap((result) =>
      result.ok ? result.value.flatMap((reading) => reading.attempts) : [],
    );
    const { strategy, because } = guessStrategy(attempts.map(traceOf));
    this.strategy = { ...strategy, params: { ...strategy.params, ...this.strategy.params } };
    this.streams.say(`${this.path}: split by ${strategy.strategy}. ${because}`);
  }

  /** A record that could not be read has its number too. */
  private splitRecords(records: readonly RawRecord[], faults: readonly Fault[], header: unknown): void {
    const faultBytes = faults.map(({ at }) => startByteOf(at)).toSorted((a, b) => a - b);
    let faultsBefore = 0;
    for (const record of records) {
      while (faultBytes[faultsBefore]! < startByteOf(record.place)) faultsBefore++;
      this.splitRecord(record, this.recordsBefore + faultsBefore, header);
      this.recordsBefore++;
    }
    this.recordsBefore += faults.length;
  }

  private splitRecord(record: RawRecord, number: number, header: unknown): void {
    const result = readRecord(this.format, record, header);
    if (result.ok) this.print(result.value, number);
    else this.sayFault({ ...result.fault, position: positionOf(record.place) });
  }

  private print(readings: readonly Reading[], record: number): void {
    const attempts = readings.flatMap((reading) => reading.attempts);
    for (const [sample, attempt] of attempts.entries()) {
      const segmentation = splitSteps(traceOf(attempt), this.strategy);
      const line = { path: this.path, record, sample, strategy: segmentation.strategy };
      this.streams.out(JSON.stringify({ ...line, ...describeSplit(attempt.raw, segmentation) }));
    }
  }

  private sayFault({ position, reason, remedy }: Fault): void {
    this.ok = false;
    this.streams.say(`${this.path}, ${position}: ${reason} ${remedy}`);
  }
}
