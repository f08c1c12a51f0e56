import type { PoolLabel } from '../page-data.ts';
import { shown } from './shown.ts';

/** A pool by its place and id, with what people call it. */
export const poolLabel = (region: string, id: string, name: string | null): PoolLabel => ({
  key: shown(`${region}/${id}`),
  id: shown(id),
  title: shown(name === null || name.trim() === '' ? id : name, 'name'),
});
