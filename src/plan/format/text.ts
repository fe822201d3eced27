/** A plan for people who read it in a terminal: what to worry about first. */
import type { Result } from '../../results.ts';
import type { InitJob } from '../init.ts';
import { type ChangedObject, describeObject } from '../objects.ts';
import { isEmpty, type Plan } from '../plan.ts';
import type { Rollout } from '../rollouts.ts';
import { reasons } from './reasons.ts';
import { isDescription, manner, numbers, ownFields, step, summary } from './sentences.ts';

const ARROW = '->';

export function planText(plan: Plan): string {
  if (isEmpty(plan)) return `${summary(plan)}.\n`;
  const sections = [
    [`${summary(plan)}.`],
    plan.notices.map(noticeLine),
    initLines(plan),
    plan.rollouts.flatMap(rolloutLines),
    numberLines(plan),
    objectLines(plan),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n');
}

function noticeLine({ severity, resourceRef, message, code, field }: Result): string {
  const { kind = '', namespace = '', name = '' } = resourceRef ?? {};
  const where = field === undefined ? '' : ` (${field.path})`;
  const object = describeObject({ apiVersion: '', kind, namespace, name });
  return `${severity}: ${object}: ${message}${where} [${code}]`;
}

function initLines({ init }: Plan): readonly string[] {
  if (!init.runs) return ['Initialization does not run.'];
  return init.jobs.flatMap((job) => [
    `Initialization runs: ${describeObject({ apiVersion: '', kind: 'Job', ...job })}`,
    ...because(job),
    ...init.steps.filter((one) => one.job === job.name).map((one, index) => `  ${index + 1}. ${step(one)}`),
  ]);
}

function because({ former, fields }: InitJob): readonly string[] {
  if (former === null) return ['  * the first one of this stack'];
  return reasons(fields, ARROW).map((reason) => `  * ${reason}`);
}

function rolloutLines(rollout: Rollout): readonly string[] {
  return [
    `${describeObject(rollout)}: ${manner(rollout)}`,
    ...reasons(rollout.fields, ARROW).map((reason) => `  * ${reason}`),
  ];
}

function numberLines({ scaling, hosts }: Plan): readonly string[] {
  return [
    ...scaling.map((one) => `${describeObject(one)}: ${one.field} ${numbers(one, ARROW)}`),
    ...hosts.added.map((host) => `Host added: ${host}`),
    ...hosts.removed.map((host) => `Host removed: ${host}`),
  ];
}

function objectLines({ objects }: Plan): readonly string[] {
  const described = objects.changed.filter(isDescription);
  const changed = objects.changed.filter((object) => !isDescription(object));
  return [
    ...objects.added.map((object) => `+ ${describeObject(object)}`),
    ...changed.flatMap(changedLines),
    ...(described.length === 0
      ? []
      : [
          `~ ${described.length} more, in labels or annotations only: ${described.map(describeObject).join(', ')}`,
        ]),
    ...objects.removed.map((object) => `- ${describeObject(object)}`),
    ...(objects.removed.length === 0
      ? []
      : ['  (kubectl apply leaves what is removed; Helm and what prunes delete it)']),
  ];
}

function changedLines(object: ChangedObject): readonly string[] {
  const own = reasons(ownFields(object), ARROW).map((reason) => `    ${reason}`);
  return [`~ ${describeObject(object)}`, ...own];
}
