/** Beat sends tasks; without a worker in the stack somebody else must run them. */
import { finding, type Rule } from './rule.ts';

export const beatWithoutWorker: Rule = ({ stack }) => {
  if (stack.beat === undefined || stack.workers.length > 0) return [];
  return [
    finding(
      'MP-BEAT-NO-WORKER',
      ['spec', 'beat'],
      'beat sends tasks, but no worker runs them: add `workers: {default: {}}`',
    ),
  ];
};
