import { createHash } from 'node:crypto';
import { type Answer, answered, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import { stringAt } from '../json.ts';
import { type Parameters, parameterArn } from './parameters.ts';

/** What SSM's operations work on. */
export interface SsmWorld {
  readonly parameters: Parameters;
  readonly accountId: string;
}

/** Runs one SSM call: GetParameter, by name or ARN and without versions, is all there is. */
export function runSsm({ parameters, accountId }: SsmWorld, call: Call): Answer {
  if (call.operation !== 'GetParameter')
    return refused('UnknownOperationException', `Unknown operation: ${call.operation}`);
  const asked = stringAt(call.input, 'Name')?.trim();
  if (asked === undefined || asked === '') {
    return refused(
      'ValidationException',
      "1 validation error detected: Value at 'name' failed to satisfy constraint: Member must not be null",
    );
  }
  // API reference of GetParameter: a name with a space inside fails so.
  if (/\s/.test(asked)) return refused('ValidationException', 'Parameter names can’t contain spaces.');
  const names = asked.startsWith(parameterArn(call.region, accountId, '')) ? namesOf(asked) : [asked];
  const parameter = names.map((each) => parameters.get(call.region, each)).find((found) => found);
  // AWS gives this error without a text.
  if (!parameter) return refused('ParameterNotFound', '');
  const { name, type, value, version, modifiedAt } = parameter;
  const isReadable = type === 'String' || call.input.WithDecryption === true;
  return answered({
    Parameter: {
      Name: name,
      Type: type,
      Value: isReadable ? value : ciphertext(value),
      Version: version,
      LastModifiedDate: modifiedAt.getTime() / 1000,
      ARN: parameterArn(call.region, accountId, name),
      DataType: 'text',
    },
  });
}

/** The names that an ARN can stand for: it has one slash, whether the name begins with one or not. */
function namesOf(arn: string): readonly string[] {
  const rest = arn.slice(arn.indexOf(':parameter/') + ':parameter/'.length);
  return [rest, `/${rest}`];
}

/** What stands in place of a secret that nobody asked to decrypt: it tells nothing of it. */
function ciphertext(value: string): string {
  return createHash('sha256').update(`sandbox ${value}`).digest('base64');
}
