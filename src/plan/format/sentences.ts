/** What text and Markdown say alike. */
import type { FieldChange } from '../field.ts';
import type { InitStep } from '../init.ts';
import type { ChangedObject } from '../objects.ts';
import { isEmpty, type Plan } from '../plan.ts';
import type { Manner, Rollout } from '../rollouts.ts';
import type { Scaling } from '../scaling.ts';

/** `1 to add, 14 to change, 1 to remove, 2 unchanged`. */
export function summary(plan: Plan): string {
  const { added, changed, removed, unchanged } = plan.objects;
  if (isEmpty(plan))
    return `No changes: ${unchanged} ${unchanged === 1 ? 'object is' : 'objects are'} the same`;
  return `${added.length} to add, ${changed.length} to change, ${removed.length} to remove, ${unchanged} unchanged`;
}

const MANNERS: Readonly<Record<Manner, string>> = {
  rolling: 'new pods start beside the old ones, which serve until they are ready',
  'one-by-one': 'each pod stops before its successor starts',
  recreate: 'all pods stop before the first new one starts',
  'blue-green': 'new pods start beside the old ones and get no requests until they are switched to',
  canary: 'in the steps that the Rollout names',
  'on-delete': 'not before somebody deletes the pods',
};

/** How the pods are replaced. */
export function manner({ manner, waitsForInit }: Rollout): string {
  if (!waitsForInit) return MANNERS[manner];
  const [down, wait] = ['it is down until the init Job is done', 'the new ones wait for the init Job'];
  return `${MANNERS[manner]}; ${manner === 'one-by-one' || manner === 'recreate' ? down : wait}`;
}

/** `2 -> 4`; the number that stands nowhere is said as such. */
export function numbers({ from, to }: Scaling, arrow: string): string {
  return `${from ?? 'not given'} ${arrow} ${to ?? 'not given'}`;
}

/** `load-currencies: loaddata, once`. */
export function step({ name, command, once }: InitStep): string {
  const what = command === '' || command === name ? name : `${name}: ${command}`;
  return once ? `${what} (unless it was done before)` : what;
}

const OF_PODS = /^spec\.(?:jobTemplate\.spec\.)?template\./;
const DESCRIPTION = /^metadata\.(?:labels|annotations)\b/;

/** Fields outside of the pods, which are told where the pods are, and that do something. */
export function ownFields({ fields }: ChangedObject): readonly FieldChange[] {
  return fields.filter(({ path }) => !OF_PODS.test(path) && !DESCRIPTION.test(path));
}

/** Whether only what describes the object differs: nothing acts on that by itself. */
export function isDescription({ fields }: ChangedObject): boolean {
  return fields.every(({ path }) => DESCRIPTION.test(path));
}
