// Lines of `traces.mjs` as a Parquet file, laid out as pyarrow writes such rows: a list of strings for the steps,
// groups of 10,000 rows, snappy.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parquetWriteFile } from 'hyparquet-writer';

const text = (name) => ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' });
const COLUMNS = {
  id: [text('id')],
  generator: [text('generator')],
  problem: [text('problem')],
  steps: [
    { name: 'steps', repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    text('element'),
  ],
  final_answer_correct: [{ name: 'final_answer_correct', type: 'BOOLEAN', repetition_type: 'OPTIONAL' }],
  label: [{ name: 'label', type: 'INT64', repetition_type: 'OPTIONAL' }],
};

export async function writeParquet(lines, path) {
  const names = Object.keys(COLUMNS);
  const columns = Object.fromEntries(names.map((name) => [name, []]));
  for await (const line of createInterface({ input: createReadStream(lines) })) {
    const row = JSON.parse(line);
    for (const name of names) columns[name].push(name === 'label' ? BigInt(row.label) : row[name]);
  }
  parquetWriteFile({
    filename: path,
    columnData: names.map((name) => ({ name, data: columns[name] })),
    schema: [{ name: 'schema', num_children: names.length }, ...Object.values(COLUMNS).flat()],
    rowGroupSize: 10_000,
  });
}
