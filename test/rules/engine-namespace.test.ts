import { describe, expect, it } from 'vitest';
import { engineNamespace } from '../../src/rules/engine-namespace.ts';
import { find } from '../support/findings.ts';

describe('MP-ENGINE-NAMESPACE', () => {
  it('finds kpt without a namespace', () => {
    expect(find(engineNamespace, { engine: 'kpt' })).toEqual([
      'MP-ENGINE-NAMESPACE spec.engine: kpt is told the order by names with their namespace: write the namespace into `metadata.namespace`, or leave `engine` out',
    ]);
  });

  it('lets kpt with a namespace be, and the others without', () => {
    expect(find(engineNamespace, { engine: 'kpt' }, { namespace: 'shop' })).toEqual([]);
    expect(find(engineNamespace, { engine: 'argocd' })).toEqual([]);
    expect(find(engineNamespace, {})).toEqual([]);
  });
});
