import { describe, expect, it } from 'vitest';
import { arrowsOfRoles } from '../../../build/architecture/arrows-of-roles.ts';

const aService = (action: string, resource: unknown) => ({
  functions: { onIt: { role: 'ItsRole', events: [] } },
  resources: {
    ItsRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        Policies: [{ PolicyDocument: { Statement: [{ Action: action, Resource: resource }] } }],
      },
    },
  },
});

describe('arrowsOfRoles', () => {
  it('draws what a function’s role may do to a part of the stack', () => {
    const arrows = arrowsOfRoles(aService('sqs:SendMessage', { 'Fn::GetAtt': ['OneQueue', 'Arn'] }));

    expect(arrows).toEqual([{ from: 'onIt', to: 'OneQueue', label: '', kind: 'call' }]);
  });

  it('draws what it may do to what lies outside of the stack', () => {
    const arrows = arrowsOfRoles(aService('cognito-idp:UpdateUserPool', '*'));

    expect(arrows).toEqual([{ from: 'onIt', to: 'cognito', label: 'puts right', kind: 'call' }]);
  });

  it('counts policies that name the role, and those alone', () => {
    const statement = (queue: string) => ({
      Action: 'sqs:SendMessage',
      Resource: { 'Fn::GetAtt': [queue, 'Arn'] },
    });
    const policy = (role: string, queue: string) => ({
      Type: 'AWS::IAM::RolePolicy',
      Properties: { RoleName: { Ref: role }, PolicyDocument: { Statement: [statement(queue)] } },
    });
    const service = aService('logs:PutLogEvents', '*');
    const resources = {
      ...service.resources,
      Its: policy('ItsRole', 'OneQueue'),
      Others: policy('OtherRole', 'OtherQueue'),
    };

    const arrows = arrowsOfRoles({ ...service, resources });

    expect(arrows.map(({ to }) => to)).toEqual(['OneQueue']);
  });
});
