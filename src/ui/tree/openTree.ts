import type { TreeSlice } from '../../app/state';

export type OpenTree = NonNullable<TreeSlice['tree']>;
