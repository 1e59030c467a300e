import type { FileKey } from '../core/model';
import type { AppActions } from './actions';
import { wordsOf, type Parts } from './parts';
import { selectCurrentFile } from './selectFile';
import type { ExportSlice } from './state';

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
  /** Names and rules changed while the screen was open. */
  refreshAnnotators(file: FileKey): Promise<void>;
}

/** The targets bring their writers: loaded with the screen, before there is an export to speak of. */
async function loadRules() {
  const { FIRST_TARGET, selectExportObstacle, selectExportRequest } = await import('./selectExport');
  return { FIRST_TARGET, selectExportObstacle, selectExportRequest };
}

export function createExporting(parts: Parts): Exporting {
  const { store, data } = parts;
  let stop: AbortController | undefined;
  let rules: Awaited<ReturnType<typeof loadRules>> | undefined;

  const patch = (change: Partial<ExportSlice>) =>
    store.setState(({ exporting }) =>
      exporting === undefined ? {} : { exporting: { ...exporting, ...change } },
    );

  async function preview(): Promise<void> {
    const request = rules?.selectExportRequest(store.getState());
    patch({ preview: undefined, done: undefined, failed: undefined });
    if (request === undefined) return;
    try {
      const made = await data.previewExport(request);
      const now = store.getState().exporting;
      const isCurrent =
        now?.target === request.target &&
        now.rows === request.rows &&
        now.annotator === request.annotator &&
        (now.policies[now.target] ?? request.policies) === request.policies;
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
      const [loaded, annotators] = await Promise.all([loadRules(), data.annotators(file)]);
      rules = loaded;
      // Read after the wait: answers given meanwhile stand, and an export under way goes on.
      const { exporting: known, settings } = store.getState();
      if (known?.file === file && known.progress !== undefined) return;
      const mine = annotators.find(({ name }) => name === settings.annotator) ?? annotators[0];
      store.setState({
        exporting: {
          file,
          target: known?.target ?? loaded.FIRST_TARGET,
          policies: known?.policies ?? {},
          annotators,
          annotator: mine?.name,
          rows: known?.file === file ? known.rows : 'all',
          preview: undefined,
          progress: undefined,
          done: undefined,
          failed: undefined,
        },
      });
      await preview();
    },
    async refreshAnnotators(file) {
      patch({ annotators: await data.annotators(file) });
      const { exporting } = store.getState();
      // What is being written or is written stands.
      if (exporting?.progress === undefined && exporting?.done === undefined) await preview();
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
      const request = rules?.selectExportRequest(state);
      if (request === undefined || rules?.selectExportObstacle(state) !== undefined) return;
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
