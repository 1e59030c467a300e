const PART_UNITS = 4 << 20;
const SLICE_BYTES = 4 << 20;

/** Lines into a Blob, a few MB at a time, so that an export need not fit into memory as text. */
export class LineWriter {
  private readonly parts: Blob[] = [];
  private lines: string[] = [];
  private units = 0;

  write(line: string): void {
    this.lines.push(line, '\n');
    this.units += line.length + 1;
    if (this.units >= PART_UNITS) this.flush();
  }

  done(): Blob {
    this.flush();
    return new Blob(this.parts, { type: 'application/jsonl' });
  }

  private flush(): void {
    if (this.lines.length > 0) this.parts.push(new Blob(this.lines));
    this.lines = [];
    this.units = 0;
  }
}

/** The lines of a Blob, those of one slice at a time. */
export async function* linesOf(blob: Blob): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for (let at = 0; at < blob.size; at += SLICE_BYTES) {
    const bytes = await blob.slice(at, at + SLICE_BYTES).arrayBuffer();
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield [rest];
}
