import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../build/architecture/parts.ts';

describe('partsOf', () => {
  it('refuses to draw a thing that it has no word for', () => {
    const arrows = [{ from: 'events', to: 'Nobody', label: '', kind: 'flow' as const }];

    expect(() => partsOf({ functions: {}, resources: {} }, arrows)).toThrow('no word for Nobody');
  });
});
