/** A plan as a comment of a pull request: what to worry about in sight, the rest folded away. */
import type { Result } from '../../results.ts';
import { describeObject, type ObjectName } from '../objects.ts';
import { isEmpty, type Plan } from '../plan.ts';
import { reasons } from './reasons.ts';
import { isDescription, manner, numbers, ownFields, step, summary } from './sentences.ts';

const ARROW = '→';
const MARKS = { error: '⛔', warning: '⚠️', info: 'ℹ️' } as const;

export function planMarkdown(plan: Plan): string {
  const head = `### MoneyPositive plan\n\n**${summary(plan)}.**\n`;
  if (isEmpty(plan)) return head;
  const sections = [
    plan.notices.map(noticeItem),
    initItems(plan),
    rolloutItems(plan),
    numberItems(plan),
  ].filter((items) => items.length > 0);
  return [head, ...sections.map((items) => `${items.join('\n')}\n`), folded(plan)].join('\n');
}

function noticeItem({ severity, resourceRef, message, code, field }: Result): string {
  const { kind = '', namespace = '', name = '' } = resourceRef ?? {};
  const where = field === undefined ? '' : ` (${quoted(field.path)})`;
  const object = quotedName({ apiVersion: '', kind, namespace, name });
  return `- ${MARKS[severity]} ${object}: ${escaped(message)}${where} \`${code}\``;
}

function initItems({ init }: Plan): readonly string[] {
  if (!init.runs) return ['**Initialization** does not run.'];
  return init.jobs.flatMap((job) => [
    `**Initialization** runs, as ${quotedName({ apiVersion: '', kind: 'Job', ...job })}${job.former === null ? ', the first one of this stack' : ', because of'}`,
    ...reasons(job.fields, ARROW).map((reason) => `- ${quoted(reason)}`),
    '',
    'Steps:',
    ...init.steps
      .filter((one) => one.job === job.name)
      .map((one, index) => `${index + 1}. ${quoted(step(one))}`),
  ]);
}

function rolloutItems({ rollouts }: Plan): readonly string[] {
  if (rollouts.length === 0) return [];
  const rows = rollouts.map((rollout) =>
    row([quotedName(rollout), manner(rollout), reasons(rollout.fields, ARROW).map(quoted).join('<br>')]),
  );
  return [row(['Pods replaced', 'How', 'Because of']), row(['---', '---', '---']), ...rows];
}

function numberItems({ scaling, hosts }: Plan): readonly string[] {
  return [
    ...scaling.map((one) => `- ${quotedName(one)}: ${quoted(one.field)} ${numbers(one, ARROW)}`),
    ...hosts.added.map((host) => `- Host added: ${quoted(host)}`),
    ...hosts.removed.map((host) => `- Host removed: ${quoted(host)}`),
  ];
}

function folded({ objects }: Plan): string {
  const items = [
    ...objects.added.map((object) => `- added: ${quotedName(object)}`),
    ...objects.changed.map((object) => {
      const fields = isDescription(object)
        ? ['labels or annotations only']
        : reasons(ownFields(object), ARROW);
      return `- changed: ${[quotedName(object), ...fields.map(quoted)].join(' ')}`;
    }),
    ...objects.removed.map((object) => `- removed: ${quotedName(object)}`),
  ];
  return `<details><summary>Objects</summary>\n\n${items.join('\n')}\n\n</details>\n`;
}

function quotedName(name: ObjectName): string {
  return quoted(describeObject(name));
}

/** As code. Names come from whoever opened the pull request: nothing of them may become a link, a mention or HTML. */
function quoted(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>@#|&]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A `|` ends a cell, even in code. */
function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
