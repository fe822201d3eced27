/** A plan for programs. The shape is that of `Plan`, with its version and what people ask for first. */
import { isEmpty, isRefused, type Plan } from '../plan.ts';

/** Counts up when a member goes or means something else; one that is added changes nothing for who reads the others. */
const VERSION = 1;

export function planJson(plan: Plan): string {
  const head = { version: VERSION, changes: !isEmpty(plan), refused: isRefused(plan) };
  return `${JSON.stringify({ ...head, ...plan }, null, 2)}\n`;
}
