import { loadPolicies } from '../src/policy/load-policies.ts';
import type { Owner } from '../src/policy/owner.ts';
import { buildFunctions, PolicyMistakesError } from './build-functions.ts';
import { type DeployParameters, readDeployParameters } from './deploy-parameters.ts';
import { forwardedCallsLetIn } from './forwarded-calls-let-in.ts';
import type { EventPattern } from './forwarded-pattern.ts';
import { ownerOutputs, ownerTopicPrefix, ownerTopics } from './owner-topics.ts';
import { resourcesByParameter } from './resources-by-parameter.ts';

/** What this plugin uses of the framework's instance. */
interface Serverless {
  readonly service: {
    readonly service: string;
    readonly provider: { readonly stage: string; readonly region: string };
    readonly custom: { readonly parameters: Readonly<Record<string, unknown>> };
    readonly resources: {
      readonly Resources: Record<string, object>;
      readonly Outputs: Record<string, object>;
    };
    readonly functions: { readonly onNotice: { readonly environment: Record<string, unknown> } };
  };
  readonly processedInput: { readonly options: { readonly param?: readonly string[] } };
  readonly classes: { readonly Error: new (message: string, code: string) => Error };
}

const patternOf = ({ Resources }: Serverless['service']['resources'], rule: string): EventPattern =>
  (Resources[rule] as { readonly Properties: { readonly EventPattern: EventPattern } }).Properties
    .EventPattern;

/** The owners in a folder of policy files; none where it has mistakes, which the build after it tells. */
const ownersIn = async (folder: string): Promise<readonly Owner[]> => {
  const loaded = await loadPolicies(folder);
  return loaded.kind === 'policies' ? loaded.policies.owners : [];
};

/**
 * Makes `serverless package` and `serverless deploy` whole by themselves: checks the parameters, adds the
 * resources that depend on them and on the owners of pools, and builds the functions. Any mistake ends the command before a file is packaged.
 */
export default class LifeguardPlugin {
  readonly hooks: Readonly<Record<string, () => Promise<void>>>;
  readonly #serverless: Serverless;

  constructor(serverless: Serverless) {
    this.#serverless = serverless;
    this.hooks = {
      'before:package:initialize': () => this.#addResources(),
      'before:package:createDeploymentArtifacts': () => this.#build(),
    };
  }

  #parameters(): DeployParameters {
    const { service, processedInput } = this.#serverless;
    const typed = (processedInput.options.param ?? []).map((text) => text.split('=', 1).join());
    const read = readDeployParameters(service.custom.parameters, { home: service.provider.region, typed });
    if (read.kind === 'mistakes')
      throw this.#refusal('The parameters have mistakes', read.mistakes.join('\n'));
    return read;
  }

  async #addResources(): Promise<void> {
    const { service, provider, resources, functions } = this.#serverless.service;
    const names = { service, stage: provider.stage };
    const parameters = this.#parameters();
    const owners = await ownersIn(parameters.policies);
    const patterns = {
      cognito: patternOf(resources, 'CognitoCallsRule'),
      webAcl: patternOf(resources, 'WebAclRule'),
    };
    Object.assign(
      resources.Resources,
      resourcesByParameter(parameters, names, patterns),
      ownerTopics(owners, names),
      parameters.otherRegions.length === 0 ? {} : forwardedCallsLetIn(resources.Resources),
    );
    Object.assign(resources.Outputs, ownerOutputs(owners));
    functions.onNotice.environment.LIFEGUARD_OWNER_TOPIC_PREFIX = ownerTopicPrefix(names);
  }

  async #build(): Promise<void> {
    try {
      const { warnings } = await buildFunctions(this.#parameters().policies);
      for (const warning of warnings) console.warn(`warning: ${warning}`);
    } catch (error) {
      if (error instanceof PolicyMistakesError)
        throw this.#refusal('The policy files have mistakes', error.message);
      throw error;
    }
  }

  // The framework prints its own kind of error without a stack trace.
  #refusal(title: string, mistakes: string): Error {
    return new this.#serverless.classes.Error(
      `${title}; nothing was packaged.\n${mistakes}`,
      'LIFEGUARD_MISTAKES',
    );
  }
}
