import { Column } from './column';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Previews and own ids of some problems, one after the other in UTF-8. */
export interface PackedTexts {
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each preview ends, and the id after it. */
  previewEnds: Uint32Array<ArrayBuffer>;
  idEnds: Uint32Array<ArrayBuffer>;
  hasId: Uint8Array<ArrayBuffer>;
}

export function packTexts(
  previews: readonly string[],
  fileIds: readonly (string | undefined)[],
): PackedTexts {
  const texts = previews.flatMap((preview, i) => [preview, fileIds[i] ?? '']);
  const whole = texts.join('');
  const bytes = encoder.encode(whole);
  const isAscii = bytes.length === whole.length;
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [i, text] of texts.entries()) {
    end += isAscii ? text.length : encoder.encode(text).length;
    ends[i] = end;
  }
  return {
    bytes,
    previewEnds: Uint32Array.from(previews, (_, i) => ends[2 * i]!),
    idEnds: Uint32Array.from(previews, (_, i) => ends[2 * i + 1]!),
    hasId: Uint8Array.from(fileIds, (id) => (id === undefined ? 0 : 1)),
  };
}

/** Preview and own id of each problem as UTF-8 in one buffer: no object and no string a problem is kept. */
export class ProblemTexts {
  private readonly bytes = new Column((n) => new Uint8Array(n));
  private readonly previewEnds = new Column((n) => new Float64Array(n));
  private readonly idEnds = new Column((n) => new Float64Array(n));
  private readonly hasId = new Column((n) => new Uint8Array(n));

  get length(): number {
    return this.hasId.length;
  }

  push(preview: string, fileId: string | undefined): void {
    this.pushPacked(packTexts([preview], [fileId]), 0);
  }

  pushPacked({ bytes, previewEnds, idEnds, hasId }: PackedTexts, problem: number): void {
    const start = problem === 0 ? 0 : idEnds[problem - 1]!;
    const base = this.bytes.length - start;
    this.bytes.append(bytes.subarray(start, idEnds[problem]));
    this.previewEnds.push(base + previewEnds[problem]!);
    this.idEnds.push(this.bytes.length);
    this.hasId.push(hasId[problem]!);
  }

  preview(problem: number): string {
    return this.text(problem === 0 ? 0 : this.idEnds.data[problem - 1]!, this.previewEnds.data[problem]!);
  }

  fileId(problem: number): string | undefined {
    if (problem >= this.length || this.hasId.data[problem] !== 1) return undefined;
    return this.text(this.previewEnds.data[problem]!, this.idEnds.data[problem]!);
  }

  private text(from: number, to: number): string {
    return decoder.decode(this.bytes.data.subarray(from, to));
  }
}
