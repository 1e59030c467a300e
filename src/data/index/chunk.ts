import type { ProblemKey, RecordPlace } from '../../core/model';

export interface ProblemEntry {
  key: ProblemKey;
  /** The file's own id. */
  fileId?: string;
  /** First 160 units of the prompt, white space collapsed. */
  preview: string;
}
/** What is stored: rows, with the records, problems, texts and generators that are new since the chunk before. */
export interface IndexChunk {
  record: Uint32Array<ArrayBuffer>;
  sample: Uint32Array<ArrayBuffer>;
  problem: Uint32Array<ArrayBuffer>;
  text: Uint32Array<ArrayBuffer>;
  generator: Uint16Array<ArrayBuffer>;
  outcome: Float64Array<ArrayBuffer>;
  outcomeIsNumber: Uint8Array<ArrayBuffer>;
  lengthUtf16: Uint32Array<ArrayBuffer>;
  givenSteps: Int32Array<ArrayBuffer>;
  lowestScore: Float32Array<ArrayBuffer>;
  startByte: Float64Array<ArrayBuffer>;
  sizeBytes: Uint32Array<ArrayBuffer>;
  line: Uint32Array<ArrayBuffer>;
  pathIndex: Int32Array<ArrayBuffer>;
  /** Places that the four columns above cannot hold, by record. */
  otherPlaces: [record: number, place: RecordPlace][];
  /** Records that hold a tree of a problem and no row; absent in chunks of older versions. */
  treeRecords?: [problem: number, record: number][];
  problems: ProblemEntry[];
  texts: string[];
  generators: string[];
}
