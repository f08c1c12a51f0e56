import type { PoolHistory } from './pool-history.ts';
import type { PoolRequest } from './pool-request.ts';

/** A history with what people asked since taken in, oldest first. Where nothing is remembered, nothing can be asked. */
export const takeInRequests = (
  history: PoolHistory | undefined,
  requests: readonly PoolRequest[],
): PoolHistory | undefined => history && requests.reduce(takeIn, history);

const takeIn = (history: PoolHistory, request: PoolRequest): PoolHistory => {
  switch (request.kind) {
    case 'accept':
      return {
        ...history,
        debt: Object.fromEntries(
          Object.entries(history.debt).filter(([rule]) => !request.rules.includes(rule)),
        ),
      };
    case 'rest': {
      const { rules, outcome, until } = request;
      return {
        ...history,
        resting: [
          ...history.resting.filter(({ rule }) => !rules.includes(rule)),
          ...rules.map((rule) => ({ rule, outcome, until })),
        ],
      };
    }
    case 'close-breaker': {
      const { breaker, ...rest } = history;
      return { ...rest, undoings: [] };
    }
  }
};
