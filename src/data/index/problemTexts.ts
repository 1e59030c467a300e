import { Column } from './column';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Preview and own id of each problem as UTF-8 in one buffer: no object and no string a problem is kept. */
export class ProblemTexts {
  private readonly bytes = new Column((n) => new Uint8Array(n));
  /** Where a preview ends, and the id after it. */
  private readonly previewEnds = new Column((n) => new Float64Array(n));
  private readonly idEnds = new Column((n) => new Float64Array(n));
  private readonly hasId = new Column((n) => new Uint8Array(n));

  get length(): number {
    return this.hasId.length;
  }

  push(preview: string, fileId: string | undefined): void {
    this.bytes.append(encoder.encode(preview));
    this.previewEnds.push(this.bytes.length);
    if (fileId !== undefined) this.bytes.append(encoder.encode(fileId));
    this.idEnds.push(this.bytes.length);
    this.hasId.push(fileId === undefined ? 0 : 1);
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
