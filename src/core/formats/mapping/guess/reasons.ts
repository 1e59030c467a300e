/** Why a field was taken for something, as a person is shown it. */
export interface FieldReason {
  /** The place in the mapping: `problem.text`, `trace.steps`, `labels.path`, … */
  role: string;
  /** In the language of mappings. */
  path: string;
  because: string;
  /** The sample does not settle it: a person should look. */
  ask?: true;
}
