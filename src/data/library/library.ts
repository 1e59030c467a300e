// The library answers every call (calls.ts). It knows no worker and no page: the worker's entry, the in-memory
// twin and the tests each give it a store, a log to read and a clock.

import type { Change, Fault, FileKey, Mapping, Protocol, Scope } from '../../core/model';
import type {
  AnnotatorChoice,
  ExportedFile,
  ExportPreview,
  ExportRequest,
  FileSummary,
  LeftAt,
  MappingDraft,
  MappingPreview,
  Neighbours,
  OpenInput,
  OpenTrace,
  PageQuery,
  RowPreview,
  RowWindow,
} from '../api';
import type { ChangeReader } from '../log';
import { packTree } from '../treeParcel';
import type { TreeParcel } from '../treeParcel';
import { AnnotationCache } from './annotationCache';
import type { CallContext, LibraryPort, OpenRequest, RowsQuery } from './calls';
import { KnownProtocols } from './knownProtocols';
import { readTrace, readTree } from './openTrace';
import { labelsAtNodes, verdictsOfOthers } from './otherVerdicts';
import { previewRow } from './previewRow';
import { annotatorsOf } from './annotators';
import { MappingBench, wrongIn } from './mappingBench';
import { ProgressBoard } from './progressBoard';
import { RowTable } from './rowTable';
import { groupInputs } from './fileGroup';
import { Shelf } from './shelf';
import type { Surroundings } from './shelf';
import { exportFile, previewExport } from './writeExport';
import type { ExportSources } from './writeExport';

interface Outside extends Surroundings {
  log: ChangeReader;
  /** A person's own, as they are saved. */
  protocols: () => Promise<Protocol[]>;
}

export class Library implements LibraryPort {
  private readonly shelf: Shelf;
  private readonly annotations: AnnotationCache;
  private readonly board: ProgressBoard;
  private readonly table: RowTable;
  private readonly mappingBench: MappingBench;
  private readonly outside: Outside;

  constructor(outside: Outside) {
    this.outside = outside;
    this.shelf = new Shelf(outside);
    this.annotations = new AnnotationCache(outside.log);
    this.board = new ProgressBoard(this.annotations, new KnownProtocols(outside.protocols));
    this.mappingBench = new MappingBench(outside.platform);
    this.table = new RowTable(this.board);
  }

  async open(request: OpenRequest, context: CallContext<'open'>): Promise<FileSummary> {
    const file = await this.shelf.openFile(request, context);
    return file.summary;
  }

  async files(scope: Scope): Promise<FileSummary[]> {
    const summaries: FileSummary[] = [];
    for (const summary of await this.shelf.all()) {
      summaries.push({ ...summary, ...(await this.countTexts(summary.key, scope)) });
    }
    return summaries;
  }

  /** A file that cannot be opened any more is still listed; opening it says why. */
  private async countTexts(key: FileKey, scope: Scope): Promise<Partial<FileSummary>> {
    try {
      const { finishedTexts, startedTexts } = await this.board.ofFile(await this.shelf.file(key), scope);
      return { finishedTexts, startedTexts };
    } catch {
      return {};
    }
  }

  async keep(file: FileKey): Promise<FileSummary> {
    return this.shelf.keepRead(file);
  }

  forget(file: FileKey): Promise<void> {
    return this.shelf.remove(file);
  }

  async saveLeftAt({ file, left }: { file: FileKey; left: LeftAt }): Promise<void> {
    const { key } = await this.shelf.file(file);
    await this.shelf.see(key, { leftAt: left });
  }

  async faults(request: {
    file: FileKey;
    from: number;
    count: number;
  }): Promise<{ total: number; faults: Fault[] }> {
    const { faults } = await this.shelf.file(request.file);
    return { total: faults.length, faults: faults.slice(request.from, request.from + request.count) };
  }

  groupInputs(inputs: OpenInput[]): Promise<OpenInput[]> {
    return groupInputs(inputs, this.outside.platform);
  }

  draftMapping(inputs: OpenInput[]): Promise<MappingDraft> {
    return this.mappingBench.draft(inputs);
  }

  previewMapping(mapping: Mapping): Promise<MappingPreview> {
    return this.mappingBench.preview(mapping);
  }

  checkMapping(mapping: Mapping): Promise<string | undefined> {
    return Promise.resolve(wrongIn(mapping));
  }

  source(file: FileKey): Promise<OpenInput> {
    return this.shelf.source(file);
  }

  async page(query: PageQuery): Promise<RowWindow> {
    return this.table.page(await this.shelf.file(query.file), query);
  }

  async neighbours({ query, row }: { query: RowsQuery; row: number }): Promise<Neighbours> {
    return this.table.neighbours(await this.shelf.file(query.file), query, row);
  }

  async generators(file: FileKey): Promise<string[]> {
    return [...(await this.shelf.file(file)).columns.generators];
  }

  async previewRow({ file, row, scope }: { file: FileKey; row: number; scope: Scope }): Promise<RowPreview> {
    return previewRow(await this.shelf.file(file), row, scope, this.board);
  }

  async readTrace({ file, row, scope }: { file: FileKey; row: number; scope: Scope }): Promise<OpenTrace> {
    return readTrace(await this.shelf.file(file), row, scope, this.board);
  }

  async readTree({
    file,
    row,
    scope,
  }: {
    file: FileKey;
    row: number;
    scope: Scope | undefined;
  }): Promise<TreeParcel | undefined> {
    const tree = await readTree(await this.shelf.file(file), row, scope, this.board);
    if (tree === undefined) return undefined;
    const { key } = tree.problem;
    const changes = (await this.annotations.touched()).has(key)
      ? await this.outside.log.changesOf([key])
      : [];
    const others = labelsAtNodes(tree.passages, verdictsOfOthers(changes, scope));
    return packTree({ ...tree, tree: { ...tree.tree, given: [...tree.tree.given, ...others] } });
  }

  async annotators(file: FileKey): Promise<AnnotatorChoice[]> {
    return annotatorsOf(await this.shelf.file(file), this.outside.log);
  }

  async previewExport(request: ExportRequest): Promise<ExportPreview> {
    return previewExport(request, await this.exportSources(request));
  }

  async export(request: ExportRequest, context: CallContext<'export'>): Promise<ExportedFile> {
    const { nowMs } = this.outside;
    return exportFile(request, await this.exportSources(request), { ...context, nowMs });
  }

  sizes(): Promise<{ sourceBytes: number; indexBytes: number }> {
    return this.outside.store.sizes();
  }

  private async exportSources({ file }: ExportRequest): Promise<ExportSources> {
    return { file: await this.shelf.file(file), board: this.board, log: this.outside.log };
  }

  async changed(changes: Change[]): Promise<FileKey[]> {
    const isNewSplit = changes.some(({ edits }) => edits.some(({ on }) => on === 'split' || on === 'cuts'));
    await this.annotations.changed(changes);
    if (isNewSplit) this.annotations.forgetAll();
    const concerned: FileKey[] = [];
    for (const file of await this.shelf.opened()) {
      if (isNewSplit) this.board.forget(file);
      else this.board.changed(file, changes);
      this.table.changed(file, changes);
      const targets = new Set(changes.flatMap(({ problems }) => problems));
      const names = [...targets].some(
        (key) => key === file.key || key === 'default' || file.columns.problemNumber(key) >= 0,
      );
      if (names) concerned.push(file.key);
    }
    return concerned;
  }
}
