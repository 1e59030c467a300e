// The smallest Parquet file that holds what a test asks for: one required column of strings, one plain data page
// a row group. Format: https://github.com/apache/parquet-format, Thrift compact protocol.

type Field = [
  id: number,
  type: 'i32' | 'binary' | 'struct' | 'structs' | 'i32s' | 'binaries',
  value: unknown,
];
const TYPES = { i32: 5, binary: 8, struct: 12, structs: 9, i32s: 9, binaries: 9 };
const text = (value: string) => [...new TextEncoder().encode(value)];

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}
const zigzag = (value: number) => varint((value << 1) ^ (value >> 31));
const binary = (value: string) => [...varint(text(value).length), ...text(value)];

function struct(fields: Field[]): number[] {
  let last = 0;
  const bytes = fields.flatMap(([id, type, value]) => {
    const head = ((id - last) << 4) | TYPES[type];
    last = id;
    return [head, ...valueOf(type, value)];
  });
  return [...bytes, 0];
}

function valueOf(type: Field[1], value: unknown): number[] {
  if (type === 'i32') return zigzag(value as number);
  if (type === 'binary') return binary(value as string);
  if (type === 'struct') return struct(value as Field[]);
  const list = value as unknown[];
  const [code, write] =
    type === 'structs'
      ? [12, (item: unknown) => struct(item as Field[])]
      : type === 'i32s'
        ? [5, (item: unknown) => zigzag(item as number)]
        : [8, (item: unknown) => binary(item as string)];
  return [(list.length << 4) | code, ...list.flatMap(write)];
}

const leU32 = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255];

/** `codec`: 0 none, 1 snappy, 2 gzip, 3 lzo, 4 brotli, 6 zstd; `pack` packs a page so. */
export function tinyParquet(
  column: string,
  groups: string[][],
  codec = 0,
  pack: (page: Uint8Array) => Uint8Array = (page) => page,
): Uint8Array {
  const bytes = text('PAR1');
  const rowGroups = groups.map((rows): Field[] => {
    const plain = rows.flatMap((row) => [...leU32(text(row).length), ...text(row)]);
    const data = [...pack(Uint8Array.from(plain))];
    const offset = bytes.length;
    bytes.push(
      ...struct([
        [1, 'i32', 0],
        [2, 'i32', plain.length],
        [3, 'i32', data.length],
        [
          5,
          'struct',
          [
            [1, 'i32', rows.length],
            [2, 'i32', 0],
            [3, 'i32', 3],
            [4, 'i32', 3],
          ] satisfies Field[],
        ],
      ]),
      ...data,
    );
    const meta: Field[] = [
      [1, 'i32', 6],
      [2, 'i32s', [0]],
      [3, 'binaries', [column]],
      [4, 'i32', codec],
      [5, 'i32', rows.length],
      [6, 'i32', bytes.length - offset],
      [7, 'i32', bytes.length - offset],
      [9, 'i32', offset],
    ];
    return [
      [
        1,
        'structs',
        [
          [
            [2, 'i32', offset],
            [3, 'struct', meta],
          ] satisfies Field[],
        ],
      ],
      [2, 'i32', bytes.length - offset],
      [3, 'i32', rows.length],
    ];
  });
  const footer = struct([
    [1, 'i32', 1],
    [
      2,
      'structs',
      [
        [
          [4, 'binary', 'schema'],
          [5, 'i32', 1],
        ],
        [
          [1, 'i32', 6],
          [3, 'i32', 0],
          [4, 'binary', column],
          [6, 'i32', 0],
        ],
      ] satisfies Field[][],
    ],
    [3, 'i32', groups.flat().length],
    [4, 'structs', rowGroups],
  ]);
  return new Uint8Array([...bytes, ...footer, ...leU32(footer.length), ...text('PAR1')]);
}
