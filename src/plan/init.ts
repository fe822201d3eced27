/** Whether initialization runs, why, and what it does. */
import { COMPONENT_LABEL, INIT_COMPONENT, INSTANCE_LABEL } from '../k8s/labels.ts';
import type { KubernetesObject } from '../k8s/object.ts';
import { RELEASE_VARIABLE } from '../release/placeholder.ts';
import { ONCE_VARIABLE, STEP_VARIABLE } from '../release/step-variables.ts';
import { compare } from './compare.ts';
import { type FieldChange, toFieldChange } from './field.ts';
import type { Pair } from './objects.ts';
import { literal, templateOf } from './pods.ts';
import { printable } from './printable.ts';
import { at, listAt, textAt } from './read.ts';

export interface InitPlan {
  /** Whether any init Job runs that did not run for the former side. */
  readonly runs: boolean;
  /** The steps that run, in order, of all of these Jobs. */
  readonly steps: readonly InitStep[];
  readonly jobs: readonly InitJob[];
}

export interface InitStep {
  /** The Job it belongs to. */
  readonly job: string;
  readonly name: string;
  /** The management command, without its arguments: they may be secret. */
  readonly command: string;
  /** Whether it is left out where it was done before. */
  readonly once: boolean;
}

/** An init Job that runs. */
export interface InitJob {
  readonly namespace: string;
  readonly name: string;
  /** The Job of the former side that it takes the place of; null for the first one of a stack. */
  readonly former: string | null;
  /** Why it is another one. */
  readonly fields: readonly FieldChange[];
}

export function initPlan(pairs: readonly Pair[]): InitPlan {
  const jobs = pairs.flatMap(({ former, next }) => (next && !former && isInitJob(next) ? [next] : []));
  return {
    runs: jobs.length > 0,
    steps: jobs.flatMap(stepsOf),
    jobs: jobs.map((job) => toInitJob(job, formerJob(job, pairs))),
  };
}

/** An init Job records a release; another Job of that label does something else. */
function isInitJob(object: KubernetesObject): boolean {
  return (
    object.kind === 'Job' &&
    textAt(object, 'metadata', 'labels', COMPONENT_LABEL) === INIT_COMPONENT &&
    listAt(templateOf(object), 'spec', 'containers').some(
      (container) => literal(container, RELEASE_VARIABLE) !== undefined,
    )
  );
}

/** The init Job of the same stack on the former side. */
function formerJob(job: KubernetesObject, pairs: readonly Pair[]): KubernetesObject | undefined {
  return pairs
    .flatMap(({ former }) => (former && isInitJob(former) && isSameStack(former, job) ? [former] : []))
    .at(-1);
}

function isSameStack(one: KubernetesObject, other: KubernetesObject): boolean {
  const [first, second] = [one, other].map(({ metadata }) => [
    metadata?.namespace,
    textAt(metadata, 'labels', INSTANCE_LABEL),
  ]);
  return first?.every((part, index) => part === second?.[index]) ?? false;
}

function toInitJob(job: KubernetesObject, former: KubernetesObject | undefined): InitJob {
  return {
    namespace: printable(job.metadata?.namespace ?? ''),
    name: jobName(job),
    former: former === undefined ? null : jobName(former),
    fields: former === undefined ? [] : reasons(former, job),
  };
}

/** What makes it another Job, as it is told of any object; the release itself is a hash of it. */
function reasons(former: KubernetesObject, job: KubernetesObject): readonly FieldChange[] {
  return compare({ spec: at(former, 'spec') }, { spec: at(job, 'spec') })
    .map((difference) => toFieldChange(job, difference))
    .filter(({ path }) => !path.includes(`[${RELEASE_VARIABLE}]`));
}

function stepsOf(job: KubernetesObject): readonly InitStep[] {
  return listAt(templateOf(job), 'spec', 'initContainers').flatMap((container) => {
    const step = literal(container, STEP_VARIABLE);
    if (step === undefined) return [];
    const name = printable(textAt(container, 'name') ?? '');
    const once = literal(container, ONCE_VARIABLE) !== undefined;
    return [{ job: jobName(job), name, command: commandOf(step), once }];
  });
}

/** The first word of the step, if it is one. */
function commandOf(step: string): string {
  const [, command = ''] = /^\["([\w.-]+)"/.exec(step) ?? [];
  return command;
}

function jobName({ metadata }: KubernetesObject): string {
  return printable(String(metadata?.name ?? ''));
}
