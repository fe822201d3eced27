import { describe, expect, it } from 'vitest';
import { labelReserved } from '../../src/rules/label-reserved.ts';
import { find } from '../support/findings.ts';

describe('MP-LABEL-RESERVED', () => {
  it('finds labels that selectors are made of', () => {
    const podLabels = { 'app.kubernetes.io/name': 'other', 'moneypositive.coop/worker': 'a' };
    expect(
      find(labelReserved, { podLabels, beat: { podLabels: { 'app.kubernetes.io/component': 'x' } } }),
    ).toEqual([
      'MP-LABEL-RESERVED spec.podLabels["app.kubernetes.io/name"]: selectors are made of `app.kubernetes.io/name`, so its value is ours: remove it',
      'MP-LABEL-RESERVED spec.podLabels["moneypositive.coop/worker"]: selectors are made of `moneypositive.coop/worker`, so its value is ours: remove it',
      'MP-LABEL-RESERVED spec.beat.podLabels["app.kubernetes.io/component"]: selectors are made of `app.kubernetes.io/component`, so its value is ours: remove it',
    ]);
    expect(find(labelReserved, {}, { labels: { 'app.kubernetes.io/instance': 'release' } })).toEqual([
      'MP-LABEL-RESERVED metadata.labels["app.kubernetes.io/instance"]: selectors are made of `app.kubernetes.io/instance`, so its value is ours: remove it',
    ]);
  });

  it('lets others be, and what says the same', () => {
    const labels = { 'app.kubernetes.io/name': 'shop', 'app.kubernetes.io/managed-by': 'Helm', team: 'a' };
    expect(find(labelReserved, { podLabels: { 'app.kubernetes.io/version': '1' } }, { labels })).toEqual([]);
  });
});
