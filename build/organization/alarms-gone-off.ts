import type { Resources } from '../cloudformation.ts';
import type { InputTransformer } from '../tampering-message.ts';

interface Part {
  readonly Type?: string;
  readonly Properties?: { readonly AlarmName?: string };
}

/**
 * A pattern over a template's alarms that go off. By their whole names: EventBridge doesn't escape what it fills into a
 * text, and the name of another alarm may hold a quotation mark. Source: Amazon CloudWatch user guide, "Alarm events and
 * EventBridge".
 * @param but names that are left out
 */
export const goneOff = (resources: Resources, but: readonly string[] = []): object => ({
  source: ['aws.cloudwatch'],
  'detail-type': ['CloudWatch Alarm State Change'],
  detail: {
    alarmName: (Object.values(resources) as readonly Part[])
      .flatMap(({ Type, Properties }) =>
        Type === 'AWS::CloudWatch::Alarm' && Properties?.AlarmName ? [Properties.AlarmName] : [],
      )
      .filter((name) => !but.includes(name)),
    state: { value: ['ALARM'] },
  },
});

const InputPathsMap: InputTransformer['InputPathsMap'] = {
  // What the envelope says is EventBridge's word.
  account: '$.account',
  region: '$.region',
  time: '$.time',
  alarm: '$.detail.alarmName',
};

const title = 'An alarm of Lifeguard went off in an account of the organization';
const happened = 'The alarm <alarm> of account <account>, <region>, went off at <time>.';
const todo = 'What it means and what to do: docs/operations.md has a section for each alarm.';

/** What EventBridge writes of it for mail: one line. */
export const alarmMail: InputTransformer = {
  InputPathsMap,
  InputTemplate: JSON.stringify(`${title}: ${happened} ${todo}`),
};

/** And for Amazon Q Developer: see chatTransformer. */
export const alarmChat: InputTransformer = {
  InputPathsMap,
  InputTemplate: JSON.stringify({
    version: '1.0',
    source: 'custom',
    content: {
      textType: 'client-markdown',
      title: `:rotating_light: ${title}`,
      description: happened,
      nextSteps: [todo],
    },
  }),
};
