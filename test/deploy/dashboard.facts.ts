import { expect, test } from 'vitest';
import { metricUnits } from '../../src/handlers/counter.ts';
import type { Variants } from './packaged.ts';
import { idsOfType, properties } from './template.ts';

type Metric = readonly [namespace: string, name: string, ...rest: unknown[]];

export const dashboardFacts = (variants: () => Variants): void => {
  const { metrics, widgets } = {
    widgets: () => {
      const { DashboardBody } = properties(variants().full.template, 'Dashboard');
      return JSON.parse(DashboardBody['Fn::Sub']).widgets as {
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly properties: { readonly metrics: readonly Metric[]; readonly region: string };
      }[];
    },
    metrics: (): readonly Metric[] => widgets().flatMap((widget) => widget.properties.metrics),
  };

  test('shows every metric of our own, by service and stage', () => {
    const own = metrics().filter(([namespace]) => namespace === 'CognitoLifeguard');

    expect(new Set(own.map(([, name]) => name))).toEqual(new Set(Object.keys(metricUnits)));
    for (const [, , ...rest] of own)
      expect(rest.slice(0, 4)).toEqual(['service', 'cognito-lifeguard', 'stage', 'prod']);
  });

  test('shows queues, functions and topics that the template has', () => {
    const { template } = variants().full;
    const named = metrics().flatMap(([, , dimension, value]) =>
      typeof value === 'string' && dimension !== 'service' ? [[dimension, value] as const] : [],
    );

    const functions = idsOfType(template, 'AWS::Lambda::Function').map(
      (id) => properties(template, id).FunctionName,
    );

    for (const [dimension, value] of named)
      if (dimension === 'FunctionName') expect(functions).toContain(value);
      else expect(template.Resources).toHaveProperty([/^\$\{(\w+)\./.exec(value)?.[1] ?? value]);
    expect(new Set(named.map(([dimension]) => dimension))).toEqual(
      new Set(['QueueName', 'FunctionName', 'TopicName']),
    );
  });

  test('lays its graphs side by side in the 24 columns of a dashboard, each at a place of its own', () => {
    const places = widgets().map(({ x, y }) => `${x} ${y}`);

    expect(new Set(places).size).toBe(places.length);
    for (const { x, width, properties: of } of widgets()) {
      expect(x + width).toBeLessThanOrEqual(24);
      expect(of.region).toBe(`\${AWS::Region}`);
    }
  });

  test('has a name for each Region, since an account has one name space of dashboards', () => {
    expect(properties(variants().plain.template, 'Dashboard').DashboardName).toEqual({
      'Fn::Sub': `cognito-lifeguard-prod-\${AWS::Region}`,
    });
  });
};
