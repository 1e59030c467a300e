// Built for the benchmark only, run in a worker of its own: what the libraries that we read packed files with take
// for the same file when nothing is made of what they give.
import { Gunzip } from 'fflate';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { decompressGzip, decompressZstd } from 'hyparquet-compressors';

const SLICE_BYTES = 8 << 20;
const PUSH_BYTES = 64 << 10;
const compressors = {
  GZIP: decompressGzip,
  ZSTD: (input, sizeBytes) => decompressZstd(input, new Uint8Array(sizeBytes)),
};

/** All rows as objects, a group at a time, so that the file needs no more memory than with us. */
async function parquet(blob) {
  const file = { byteLength: blob.size, slice: (start, end) => blob.slice(start, end).arrayBuffer() };
  const metadata = await parquetMetadataAsync(file);
  let rows = 0;
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rows + Number(num_rows);
    await parquetReadObjects({ file, metadata, compressors, rowStart: rows, rowEnd });
    rows = rowEnd;
  }
}

async function gzip(blob) {
  const gunzip = new Gunzip(() => undefined);
  for (let at = 0; at < blob.size; at += SLICE_BYTES) {
    const slice = new Uint8Array(await blob.slice(at, at + SLICE_BYTES).arrayBuffer());
    for (let from = 0; from < slice.length; from += PUSH_BYTES)
      gunzip.push(slice.subarray(from, from + PUSH_BYTES));
  }
  gunzip.push(new Uint8Array(0), true);
}

addEventListener('message', async ({ data: { kind, blob } }) => {
  const startedAt = performance.now();
  await { parquet, gzip }[kind](blob);
  postMessage(performance.now() - startedAt);
});
