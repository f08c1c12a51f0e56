import { resolve } from 'node:path';
import { tellUnknown } from '../src/cli/live/check-regions.ts';
import { packageVersion } from '../src/cli/package-version.ts';
import { loadPolicies } from '../src/policy/load-policies.ts';
import type { Owner } from '../src/policy/owner.ts';
import { buildFunctions, PolicyMistakesError } from './build-functions.ts';
import { checkTrails } from './check-trails.ts';
import { sub } from './cloudformation.ts';
import { type DeployParameters, readDeployParameters } from './deploy-parameters.ts';
import { deployedOutputs } from './deployed-outputs.ts';
import { finishTemplate } from './finish-template.ts';
import { forwardedCallsLetIn } from './forwarded-calls-let-in.ts';
import type { EventPattern } from './forwarded-pattern.ts';
import { forwarderStackSet } from './forwarder-stack-set.ts';
import { forwarderTemplate } from './forwarder-template.ts';
import { watchDeadLettersName } from './forwarding-names.ts';
import { centreLetIn } from './organization/centre-let-in.ts';
import type { Template } from './organization/member-template.ts';
import { organizationSettings } from './organization/organization-settings.ts';
import { writeOrganization } from './organization/write-organization.ts';
import { ownerOutputs, ownerTopicPrefix, ownerTopics } from './owner-topics.ts';
import { packagedLine } from './packaged-line.ts';
import { membersForwarders, partsParameter } from './parts-parameter.ts';
import { type CallPatterns, type DeploymentNames, resourcesByParameter } from './resources-by-parameter.ts';
import { stageMistakes } from './stage-mistakes.ts';
import { trailName } from './trail.ts';

/** What this plugin uses of the framework's instance. */
interface Serverless {
  readonly service: {
    readonly service: string;
    readonly provider: {
      readonly stage: string;
      readonly region: string;
      /** There once everything is compiled. */
      readonly compiledCloudFormationTemplate?: Template & {
        readonly Resources: Parameters<typeof finishTemplate>[0];
      };
    };
    readonly custom: { readonly parameters: Readonly<Record<string, unknown>> };
    readonly resources: {
      readonly Resources: Record<string, object>;
      readonly Outputs: Record<string, object>;
    };
    readonly functions: {
      readonly [name in 'onNotice' | 'onSweep']: { readonly environment: Record<string, unknown> };
    };
    readonly package: { readonly path?: string };
  };
  readonly serviceDir: string;
  readonly processedInput: {
    readonly commands?: readonly string[];
    readonly options: { readonly param?: readonly string[]; readonly package?: string };
  };
  /** Adds a section to what the command prints at its end. */
  addServiceOutputSection(name: string, lines: readonly string[]): void;
  getProvider(name: 'aws'): {
    /** The deployment's Region and credentials, as the SDK's clients take them. */
    getAwsSdkV3Config(): Promise<Parameters<typeof checkTrails>[0]>;
  };
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
      initialize: async () => this.#refuseEndpoint(),
      'before:package:initialize': () => this.#addResources(),
      'before:package:createDeploymentArtifacts': () => this.#build(),
      'after:package:finalize': async () => {
        await this.#writeOrganization();
        console.log(packagedLine(this.#parameters(), this.#serverless.service.provider.region));
      },
      'after:aws:package:finalize:mergeCustomProviderResources': async () => this.#finish(),
      'before:deploy:deploy': () => this.#checkTrails(),
      'after:deploy:finalize': () => this.#pointToDoctor(),
    };
  }

  #parameters(): DeployParameters {
    const { service, processedInput } = this.#serverless;
    const typed = (processedInput.options.param ?? []).map((text) => text.split('=', 1).join());
    const read = readDeployParameters(service.custom.parameters, { home: service.provider.region, typed });
    const mistakes = [
      ...stageMistakes(service.provider.stage),
      ...(read.kind === 'mistakes' ? read.mistakes : []),
    ];
    if (read.kind === 'mistakes' || mistakes.length > 0)
      throw this.#refusal('The parameters have mistakes', mistakes.join('\n'));
    return read;
  }

  #names(): DeploymentNames {
    const { service, provider } = this.#serverless.service;
    return { service, stage: provider.stage };
  }

  #patterns(): CallPatterns {
    const { resources } = this.#serverless.service;
    return {
      cognito: patternOf(resources, 'CognitoCallsRule'),
      webAcl: patternOf(resources, 'WebAclRule'),
    };
  }

  async #addResources(): Promise<void> {
    const { resources, functions } = this.#serverless.service;
    const names = this.#names();
    const parameters = this.#parameters();
    const { organization } = parameters;
    tellUnknown(parameters.otherRegions, ' It is packaged all the same.');
    // Owners hear of their pools from the centre: each would have to confirm in every account.
    const owners = organization?.kind === 'member' ? [] : await ownersIn(parameters.policies);
    Object.assign(
      resources.Resources,
      resourcesByParameter(parameters, names, this.#patterns()),
      ownerTopics(owners, names),
    );
    if (parameters.otherRegions.length > 0) {
      Object.assign(resources.Resources, forwardedCallsLetIn(resources.Resources));
      functions.onSweep.environment.LIFEGUARD_WATCH_DEAD_LETTERS = sub(
        watchDeadLettersName(names, `\${AWS::Region}`),
      );
    }
    if (organization?.kind === 'centre')
      Object.assign(resources.Resources, centreLetIn(resources.Resources, names));
    Object.assign(resources.Outputs, ownerOutputs(owners));
    functions.onNotice.environment.LIFEGUARD_OWNER_TOPIC_PREFIX = ownerTopicPrefix(names);
    if (organization) {
      const settings = organizationSettings(organization, names, {
        ...parameters,
        version: packageVersion,
      });
      Object.assign(functions.onNotice.environment, settings.onNotice);
      Object.assign(functions.onSweep.environment, settings.onSweep);
    }
  }

  async #build(): Promise<void> {
    const { policies, organization } = this.#parameters();
    try {
      const { warnings, codeDigest } = await buildFunctions(policies);
      if (organization)
        this.#serverless.service.functions.onSweep.environment.LIFEGUARD_CODE_DIGEST = codeDigest;
      for (const warning of warnings) console.warn(`warning: ${warning}`);
    } catch (error) {
      if (error instanceof PolicyMistakesError)
        throw this.#refusal('The policy files have mistakes', error.message);
      throw error;
    }
  }

  async #writeOrganization(): Promise<void> {
    const parameters = this.#parameters();
    const { organization, otherRegions } = parameters;
    if (organization?.kind !== 'member') return;
    const { service, serviceDir, processedInput } = this.#serverless;
    const template = service.provider.compiledCloudFormationTemplate;
    if (!template) throw new Error('The template was not compiled.');
    const folder = processedInput.options.package ?? service.package.path ?? '.serverless';
    const names = this.#names();
    const { cognito, webAcl } = this.#patterns();
    const patterns = [cognito, webAcl];
    await writeOrganization(resolve(serviceDir, folder), {
      names,
      home: service.provider.region,
      otherRegions,
      centre: organization.centre,
      callAs: organization.callAs,
      template,
      ownStackSet: Object.keys(forwarderStackSet(otherRegions, patterns, names)),
      forwarder: forwarderTemplate(patterns, names, organization.centre),
      replaced: { PartsParameter: partsParameter(parameters, names, membersForwarders(organization, names)) },
    });
  }

  #finish(): void {
    const { compiledCloudFormationTemplate } = this.#serverless.service.provider;
    if (compiledCloudFormationTemplate)
      finishTemplate(compiledCloudFormationTemplate.Resources, this.#parameters(), this.#names());
  }

  /** A shell that was led to the sandbox leads there still: CloudFormation isn't there, and what it answers says nothing. */
  #refuseEndpoint(): void {
    const isDeploying = this.#serverless.processedInput.commands?.[0] === 'deploy';
    if (isDeploying && process.env.AWS_ENDPOINT_URL)
      throw this.#refusal(
        'AWS_ENDPOINT_URL is set',
        `This shell calls ${process.env.AWS_ENDPOINT_URL} in place of AWS: unset AWS_ENDPOINT_URL, and AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY if they are the sandbox's, or open another one.`,
      );
  }

  // Packaging asks nobody; a deployment has credentials.
  async #checkTrails(): Promise<void> {
    const { createTrail } = this.#parameters();
    const said = await this.#trailsSay(createTrail);
    if (createTrail && said.kind === 'refuse')
      throw new this.#serverless.classes.Error(`${said.because}. Nothing was deployed.`, 'LIFEGUARD_TRAIL');
  }

  async #pointToDoctor(): Promise<void> {
    const config = await this.#serverless.getProvider('aws').getAwsSdkV3Config();
    const { region } = config;
    const { service, stage } = this.#names();
    const [said, outputs] = await Promise.all([
      this.#trailsSay(false),
      deployedOutputs(config, `${service}-${stage}`),
    ]);
    if (outputs.length > 0) this.#serverless.addServiceOutputSection('outputs', outputs);
    this.#serverless.addServiceOutputSection('next', [
      ...(said.kind === 'warn' ? [`warning: ${said.because}`] : []),
      `To see whether all of it works: npx lifeguard doctor --region ${region} --stage ${stage}`,
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
