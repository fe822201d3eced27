/** Defaults of `init`, and its steps in the order they run. */
import type { Env } from '../api/v1alpha1/component.ts';
import type { Fixture, InitCommand, Init as InitSpec, Migrate } from '../api/v1alpha1/init.ts';
import { HASH_LENGTH, MAX_LABEL, toDnsLabel } from '../k8s/names.ts';
import { componentEnv, djangoComponent } from './component.ts';
import type { StackContext } from './context.ts';
import { envVars } from './env.ts';
import { RECORD_CONTAINER } from './pod-names.ts';
import type { Gate, Init } from './stack.ts';

const DEFAULT_DATABASE = 'default';
const DEFAULT_DEADLINE_SECONDS = 3600;

/** What a Deployment's progress deadline allows beyond the Job's: pulling the image and starting the app. */
const ROLLOUT_MARGIN_SECONDS = 600;

/** The largest int32, which a Deployment takes for no deadline at all; a Job's deadline is an int64. */
const NO_PROGRESS_DEADLINE = 2 ** 31 - 1;

/** A container's name has at most 63 characters; a number may be added to make it unique. */
const MAX_STEP_NAME = 50;

/** A step before its name is made unique. */
export interface DraftStep {
  readonly name: string;
  readonly argv: readonly string[];
  readonly once: boolean;
  readonly env: Env;
}

/** The initialization of a release; undefined where there is nothing to run. */
export function normalizeInit(context: StackContext): Init | undefined {
  const own = context.spec.init ?? {};
  const drafts = draftSteps(own);
  if (drafts.length === 0) return undefined;
  const component = djangoComponent(context, own, {
    component: 'init',
    name: context.nameOf('init', MAX_LABEL - HASH_LENGTH - 1),
    resources: { requests: { cpu: '250m', memory: '256Mi' } },
    terminationGracePeriodSeconds: 300,
  });
  const inherited = componentEnv(context, own);
  return {
    ...component,
    steps: uniqueNames(drafts).map(({ name, argv, once, env }) => ({
      name,
      argv,
      once: once ? `${context.name}/${name}` : undefined,
      env: envVars({ ...inherited, ...env }),
    })),
    manage: context.manage,
    databases: databases(own),
    activeDeadlineSeconds: deadlineSeconds(own),
    backoffLimit: own.backoffLimit ?? 3,
    revision: own.revision,
  };
}

/** The steps in the order they run: migrations, fixtures, commands. */
export function draftSteps(own: InitSpec): readonly DraftStep[] {
  return [
    ...migrations(own.migrate ?? {}),
    ...(own.fixtures ?? []).map(fixture),
    ...(own.commands ?? []).map(command),
  ];
}

/** The gate that holds new pods back until `init` is done; undefined by choice. */
export function normalizeGate(own: InitSpec = {}, { manage, databases }: Init): Gate | undefined {
  if (own.gate === false) return undefined;
  const timeoutSeconds = own.gate?.timeoutSeconds ?? deadlineSeconds(own);
  return {
    manage,
    databases,
    timeoutSeconds,
    progressDeadlineSeconds: Math.min(
      Math.max(timeoutSeconds, deadlineSeconds(own)) + ROLLOUT_MARGIN_SECONDS,
      NO_PROGRESS_DEADLINE,
    ),
  };
}

function deadlineSeconds({ activeDeadlineSeconds = DEFAULT_DEADLINE_SECONDS }: InitSpec): number {
  return activeDeadlineSeconds;
}

/** The migrated databases; none where migrations are somebody else's. */
function databases({ migrate }: InitSpec): readonly string[] {
  return migrate === false ? [] : (migrate?.databases ?? [DEFAULT_DATABASE]);
}

function migrations(own: false | Migrate): readonly DraftStep[] {
  if (own === false) return [];
  return (own.databases ?? [DEFAULT_DATABASE]).map((database) => ({
    name: database === DEFAULT_DATABASE ? 'migrate' : toStepName(`migrate-${database}`),
    argv: ['migrate', '--noinput', `--database=${database}`, ...(own.args ?? [])],
    once: false,
    env: {},
  }));
}

function fixture({ path, name = fixtureName(path), once = false }: Fixture): DraftStep {
  return { name, argv: ['loaddata', path], once, env: {} };
}

/** Without directories and endings: `fixture-currencies` for `shop/fixtures/currencies.json.gz`. */
function fixtureName(path: string): string {
  const file = path.split('/').at(-1) ?? path;
  return toStepName(`fixture-${file.split('.')[0]}`);
}

function command({ run, name, once = false, env = {} }: InitCommand): DraftStep {
  return { name: name ?? toStepName(run[0] ?? ''), argv: run, once, env };
}

function toStepName(text: string): string {
  return toDnsLabel(text, MAX_STEP_NAME, 'step');
}

/** The second step of a name becomes `<name>-2`, and so on: the first keeps its name when another is added after it. */
function uniqueNames(steps: readonly DraftStep[]): readonly DraftStep[] {
  const taken = new Set<string>([RECORD_CONTAINER]);
  return steps.map((step) => {
    let name = step.name;
    for (let count = 2; taken.has(name); count++) name = `${step.name}-${count}`;
    taken.add(name);
    return { ...step, name };
  });
}
