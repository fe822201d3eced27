/** A strategy that the API server refuses. Source: Kubernetes, validation of a Deployment's strategy. */
import type { FieldPath, Finding } from '../results.ts';
import { sitedEntries } from './parts/sited.ts';
import { finding, type Rule } from './rule.ts';

type Amount = number | string | undefined;

export const strategy: Rule = ({ object: { spec } }) => {
  const { type, rollingUpdate } = spec.app?.strategy ?? {};
  if (rollingUpdate === undefined) return [];
  const path = ['spec', 'app', 'strategy', 'rollingUpdate'];
  if (type === 'Recreate') {
    return [
      wrong(path, '`Recreate` stops all pods at once and has no `rollingUpdate`: remove one of the two'),
    ];
  }
  const { maxSurge, maxUnavailable } = rollingUpdate;
  return [...badAmounts(path, { maxSurge, maxUnavailable }), ...standstill(path, maxSurge, maxUnavailable)];
};

function badAmounts(path: FieldPath, amounts: Readonly<Record<string, Amount>>): readonly Finding[] {
  return sitedEntries(path, amounts).flatMap((amount) => {
    if (!isAmount(amount.value)) {
      return [wrong(amount.path, 'write a number of pods, or a percentage such as `25%`')];
    }
    if (amount.key !== 'maxUnavailable' || !isAbove100Percent(amount.value)) return [];
    return [wrong(amount.path, 'more than all pods: write `100%` at most')];
  });
}

/** Each has a default of a quarter of the pods, so only two that are given can be zero both. */
function standstill(path: FieldPath, maxSurge: Amount, maxUnavailable: Amount): readonly Finding[] {
  if (!isZero(maxSurge) || !isZero(maxUnavailable)) return [];
  const message =
    'with `maxSurge` and `maxUnavailable` both 0 no pod can ever be replaced: write `maxSurge: 25%`, or raise `maxUnavailable`';
  return [wrong(path, message)];
}

function isAmount(amount: Amount): boolean {
  return amount === undefined || (typeof amount === 'number' ? amount >= 0 : /^[0-9]+%$/.test(amount));
}

function isAbove100Percent(amount: Amount): boolean {
  return typeof amount === 'string' && Number.parseInt(amount, 10) > 100;
}

function isZero(amount: Amount): boolean {
  return amount === 0 || (typeof amount === 'string' && /^0+%$/.test(amount));
}

function wrong(path: FieldPath, message: string): Finding {
  return finding('MP-STRATEGY', path, message);
}
