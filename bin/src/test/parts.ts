import { i18n } from './i18n.ts';
import { linters } from './linters.ts';
import type { Part } from './part.ts';
import { structure } from './structure.ts';

/** All parts in the order of their start: long ones first, so that short ones fill the second lane. */
export const parts: readonly Part[] = [ ...linters, structure, i18n ];
