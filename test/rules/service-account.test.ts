import { describe, expect, it } from 'vitest';
import { serviceAccount } from '../../src/rules/service-account.ts';
import { find } from '../support/findings.ts';

const annotations = { 'eks.amazonaws.com/role-arn': 'arn' };

describe('MP-SERVICE-ACCOUNT', () => {
  it('finds annotations for one that exists', () => {
    expect(find(serviceAccount, { serviceAccount: { name: 'runtime', annotations } })).toEqual([
      'MP-SERVICE-ACCOUNT spec.serviceAccount.annotations: `name` means a ServiceAccount that exists, which gets no annotations from here: remove one of the two',
    ]);
  });

  it('lets either be', () => {
    expect(find(serviceAccount, { serviceAccount: { annotations } })).toEqual([]);
    expect(
      find(serviceAccount, { serviceAccount: { name: 'runtime', automountServiceAccountToken: true } }),
    ).toEqual([]);
  });
});
