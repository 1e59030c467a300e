/** What an export must be told, because the formats cannot say it; none has a preset answer. */
export interface Policies {
  redundant: 'positive' | 'negative' | 'masked';
  afterFirstError: 'dropped' | 'masked' | 'own' | 'negative';
  unjudged: 'masked' | 'refused';
}
export type PolicyId = keyof Policies;

export interface ExportReport {
  considered: number;
  written: number;
  /** Rows refused, by reason, with the positions of the first 100. */
  refused: { reason: string; count: number; positions: string[] }[];
  /** Labels in the file, by the value written: `1`, `0`, `-100`; for ProcessBench by label. */
  labels: { value: string; meaning: string; count: number }[];
  /** Judgements of these texts whose passage is no step of the current segmentation: in no row. */
  inTray: number;
}
