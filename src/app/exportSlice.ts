import { EXPORT_TARGETS, missingPolicies } from '../core/labels/export';
import type { FileKey } from '../core/model';
import type { ExportRequest } from '../data/api';
import type { AppActions } from './actions';
import { wordsOf, type Parts } from './parts';
import { scopeOf } from './recorder';
import { selectCurrentFile } from './selectFile';
import type { AppState, ExportSlice } from './state';

type ExportActions = Pick<
  AppActions,
  | 'showExport'
  | 'chooseTarget'
  | 'answerPolicy'
  | 'chooseAnnotator'
  | 'chooseExportRows'
  | 'runExport'
  | 'stopExport'
>;
export interface Exporting extends ExportActions {
  show(file: FileKey): Promise<void>;
}

/** Why Export is off, in words; undefined: it is on. */
export function selectExportObstacle(state: AppState): string | undefined {
  const { exporting, settings } = state;
  if (exporting === undefined) return 'Open a file first.';
  const missing = missingPolicies(exporting.target, exporting.policies[exporting.target] ?? {});
  if (missing.length > 0) {
    return missing.length === 1
      ? 'One policy is not answered yet.'
      : `${missing.length} policies are not answered yet.`;
  }
  if (exporting.annotator === undefined) return 'Choose whose labels are written.';
  if (exporting.annotator === 'me' && settings.annotator === 'me')
    return 'Say your name first: it is written beside the labels.';
  return undefined;
}

function requestOf(state: AppState): ExportRequest | undefined {
  const { exporting } = state;
  if (exporting?.annotator === undefined) return undefined;
  const policies = exporting.policies[exporting.target] ?? {};
  if (missingPolicies(exporting.target, policies).length > 0) return undefined;
  return {
    file: exporting.file,
    target: exporting.target,
    policies,
    annotator: exporting.annotator,
    scope: scopeOf(state),
    rows: exporting.rows,
  };
}

export function createExporting(parts: Parts): Exporting {
  const { store, data } = parts;
  let stop: AbortController | undefined;

  const patch = (change: Partial<ExportSlice>) =>
    store.setState(({ exporting }) =>
      exporting === undefined ? {} : { exporting: { ...exporting, ...change } },
    );

  async function preview(): Promise<void> {
    const request = requestOf(store.getState());
    patch({ preview: undefined, done: undefined, failed: undefined });
    if (request === undefined) return;
    try {
      const made = await data.previewExport(request);
      const now = store.getState().exporting;
      const isCurrent =
        now?.target === request.target &&
        now.rows === request.rows &&
        now.annotator === request.annotator &&
        now.policies[now.target] === request.policies;
      if (isCurrent) patch({ preview: made });
    } catch (error) {
      patch({ failed: wordsOf(error) });
    }
  }

  function change(to: Partial<ExportSlice>): void {
    patch(to);
    void preview();
  }

  return {
    async show(file) {
      const known = store.getState().exporting;
      const annotators = await data.annotators(file);
      const mine =
        annotators.find(({ name }) => name === store.getState().settings.annotator) ?? annotators[0];
      store.setState({
        exporting: {
          file,
          target: known?.target ?? EXPORT_TARGETS[0]!.id,
          policies: known?.policies ?? {},
          annotators,
          annotator: mine?.name,
          rows: 'all',
          preview: undefined,
          progress: undefined,
          done: undefined,
          failed: undefined,
        },
      });
      await preview();
    },
    showExport() {
      const file = selectCurrentFile(store.getState());
      if (file !== undefined) parts.actions.navigate({ screen: 'export', file });
    },
    chooseTarget: (target) => change({ target }),
    answerPolicy(policy, answer) {
      const { exporting } = store.getState();
      if (exporting === undefined) return;
      const { target, policies } = exporting;
      change({ policies: { ...policies, [target]: { ...policies[target], [policy]: answer } } });
    },
    chooseAnnotator: (annotator) => change({ annotator }),
    chooseExportRows: (rows) => change({ rows }),
    runExport() {
      const state = store.getState();
      const request = requestOf(state);
      if (request === undefined || selectExportObstacle(state) !== undefined) return;
      const mine = (stop = new AbortController());
      patch({ progress: { done: 0, of: 0 }, done: undefined, failed: undefined });
      data
        .export(request, (done, of) => patch({ progress: { done, of } }), mine.signal)
        .then((done) => patch({ progress: undefined, ...(mine.signal.aborted ? {} : { done }) }))
        .catch((error: unknown) => patch({ progress: undefined, failed: wordsOf(error) }));
    },
    stopExport: () => stop?.abort(),
  };
}
