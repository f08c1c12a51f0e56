import { loadPolicies } from '../src/policy/load-policies.ts';
import type { Owner } from '../src/policy/owner.ts';
import { buildFunctions, PolicyMistakesError } from './build-functions.ts';
import { checkTrails } from './check-trails.ts';
import { type DeployParameters, readDeployParameters } from './deploy-parameters.ts';
import { finishTemplate } from './finish-template.ts';
import { ownerOutputs, ownerTopicPrefix, ownerTopics } from './owner-topics.ts';
import { type DeploymentNames, resourcesByParameter } from './resources-by-parameter.ts';
import { stageMistakes } from './stage-mistakes.ts';
import { trailName } from './trail.ts';

/** What this plugin uses of the framework's instance. */
interface Serverless {
  readonly service: {
    readonly service: string;
    readonly provider: {
      readonly stage: string;
      /** There once everything is compiled. */
      readonly compiledCloudFormationTemplate?: {
        readonly Resources: Parameters<typeof finishTemplate>[0];
      };
    };
    readonly custom: { readonly parameters: Readonly<Record<string, unknown>> };
    readonly resources: {
      readonly Resources: Record<string, object>;
      readonly Outputs: Record<string, object>;
    };
    readonly functions: { readonly onNotice: { readonly environment: Record<string, unknown> } };
  };
  readonly processedInput: { readonly options: { readonly param?: readonly string[] } };
  /** Adds a section to what the command prints at its end. */
  addServiceOutputSection(name: string, lines: readonly string[]): void;
  getProvider(name: 'aws'): {
    /** The deployment's Region and credentials, as the SDK's clients take them. */
    getAwsSdkV3Config(): Promise<Parameters<typeof checkTrails>[0]>;
  };
  readonly classes: { readonly Error: new (message: string, code: string) => Error };
}

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
      'after:aws:package:finalize:mergeCustomProviderResources': async () => this.#finish(),
      'before:deploy:deploy': () => this.#checkTrails(),
      'after:deploy:finalize': () => this.#pointToDoctor(),
    };
  }

  #parameters(): DeployParameters {
    const { service, processedInput } = this.#serverless;
    const typed = (processedInput.options.param ?? []).map((text) => text.split('=', 1).join());
    const read = readDeployParameters(service.custom.parameters, typed);
    const mistakes = [
      ...stageMistakes(service.provider.stage),
      ...(read.kind === 'mistakes' ? read.mistakes : []),
    ];
    if (read.kind === 'mistakes' || mistakes.length > 0)
      throw this.#refusal('The parameters have mistakes', mistakes.join('\n'));
    return read;
  }

  async #addResources(): Promise<void> {
    const { resources, functions } = this.#serverless.service;
    const names = this.#names();
    const parameters = this.#parameters();
    const owners = await ownersIn(parameters.policies);
    Object.assign(resources.Resources, resourcesByParameter(parameters, names), ownerTopics(owners, names));
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

  #names(): DeploymentNames {
    const { service, provider } = this.#serverless.service;
    return { service, stage: provider.stage };
  }

  #finish(): void {
    const { compiledCloudFormationTemplate } = this.#serverless.service.provider;
    if (compiledCloudFormationTemplate)
      finishTemplate(compiledCloudFormationTemplate.Resources, this.#parameters(), this.#names());
  }

  // Packaging asks nobody; a deployment has credentials.
  async #checkTrails(): Promise<void> {
    const { createTrail } = this.#parameters();
    const said = await this.#trailsSay(createTrail);
    if (createTrail && said.kind === 'refuse')
      throw new this.#serverless.classes.Error(`${said.because}. Nothing was deployed.`, 'LIFEGUARD_TRAIL');
  }

  async #pointToDoctor(): Promise<void> {
    const { region } = await this.#serverless.getProvider('aws').getAwsSdkV3Config();
    const said = await this.#trailsSay(false);
    this.#serverless.addServiceOutputSection('next', [
      ...(said.kind === 'warn' ? [`warning: ${said.because}`] : []),
      `To see whether all of it works: npx lifeguard doctor --region ${region} --stage ${this.#names().stage}`,
    ]);
  }

  async #trailsSay(createTrail: boolean): ReturnType<typeof checkTrails> {
    const config = await this.#serverless.getProvider('aws').getAwsSdkV3Config();
    return checkTrails(config, { createTrail, own: trailName(this.#names()) });
  }

  // The framework prints its own kind of error without a stack trace.
  #refusal(title: string, mistakes: string): Error {
    return new this.#serverless.classes.Error(
      `${title}; nothing was packaged.\n${mistakes}`,
      'LIFEGUARD_MISTAKES',
    );
  }
}
