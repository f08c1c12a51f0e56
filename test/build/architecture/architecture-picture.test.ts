import { describe, expect, it } from 'vitest';
import { architectureGraph } from '../../../build/architecture/architecture-picture.ts';

describe('the picture of the architecture', () => {
  const graph = architectureGraph();

  it('has every function, queue, topic and the table of the service', () => {
    for (const part of [
      ...['onPoolChange', 'onSweep', 'onNotice', 'PoolChangesQueue', 'SweepsQueue', 'NoticesQueue'],
      ...['NoticesTopic', 'UrgentTopic', 'LedgerTable', 'CognitoCallsRule'],
    ])
      expect(graph).toMatch(new RegExp(`^${part} \\[shape`, 'm'));
  });

  it('shows that only on-pool-change writes to pools, and that it reaches nobody', () => {
    const arrows = [...graph.matchAll(/^(\w+) -> (\w+) \[label="([^"]*)"/gm)];

    const writers = arrows.filter(([, , , label]) => label?.includes('puts right')).map(([, from]) => from);
    const reached = arrows.filter(([, from]) => from === 'onPoolChange').map(([, , to]) => to);

    expect(writers).toEqual(['onPoolChange']);
    expect(reached.toSorted()).toEqual(['LedgerTable', 'NoticesQueue', 'PoolChangesQueue', 'cognito']);
  });
});
