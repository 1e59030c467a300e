import { expect, test } from 'vitest';
import type { Asset } from '../../src/core/model';
import { inMemoryData } from '../../src/data/inMemory';
import { PICTURED } from './picturedTraces';
import { SCOPE } from './tab';

const places = (text: string) => [...text.matchAll(/\uFFFC/g)].map(({ index }) => index);
const address = ({ dataUrl, remoteUrl }: Asset) => dataUrl ?? remoteUrl;

test.each(PICTURED)(
  '$what: each image at its place in the text',
  async ({ format, file, inProblem, inTrace }) => {
    const data = inMemoryData();
    const summary = await data.open([{ name: 'x', blob: file }], () => undefined);
    expect(summary).toMatchObject({ format, rows: 1, faultCount: 0 });
    const { trace, problem } = await data.readTrace(summary.key, 0, SCOPE);
    expect(trace.assets.map(address)).toEqual(inTrace);
    expect(trace.assets.map(({ atUtf16 }) => atUtf16)).toEqual(places(trace.raw));
    expect(problem.assets.map(address)).toEqual(inProblem);
    expect(trace.assets.map(({ dataUrl }) => dataUrl !== undefined)).toEqual([true, false]);
  },
);
