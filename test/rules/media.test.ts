import { describe, expect, it } from 'vitest';
import type { MoneyPositiveSpec } from '../../src/api/v1alpha1/money-positive.ts';
import { mediaAccess, mediaClaim } from '../../src/rules/media.ts';
import { find } from '../support/findings.ts';

const storage = { size: '1Gi' };

describe('MP-MEDIA-CLAIM', () => {
  it('finds uploads that are kept nowhere, or in two places', () => {
    expect(find(mediaClaim, { media: {} })).toEqual([
      'MP-MEDIA-CLAIM spec.media: nothing says where uploads are kept: give `claimName`, or `storage: {size: 10Gi}`',
    ]);
    expect(find(mediaClaim, { media: { claimName: 'uploads', storage } })).toEqual([
      'MP-MEDIA-CLAIM spec.media.claimName: `claimName` means a claim that exists, `storage` one of the stack: remove one of them',
    ]);
  });

  it('lets one place be, and none', () => {
    expect(find(mediaClaim, { media: { claimName: 'uploads' } })).toEqual([]);
    expect(find(mediaClaim, { media: { storage } })).toEqual([]);
    expect(find(mediaClaim, {})).toEqual([]);
  });
});

describe('MP-MEDIA-ACCESS', () => {
  const once = { storage: { ...storage, accessModes: ['ReadWriteOnce' as const] } };
  const alone: Partial<MoneyPositiveSpec> = {
    app: { replicas: 1, strategy: { type: 'Recreate' } },
    init: { migrate: false },
  };
  const isFound = (spec: Partial<MoneyPositiveSpec>) => find(mediaAccess, spec).length === 1;

  it('finds a claim for one node in several pods, and says in which', () => {
    expect(find(mediaAccess, { media: once, workers: { default: {} } })).toEqual([
      'MP-MEDIA-ACCESS spec.media.storage.accessModes: app and workers and the init Job mount this volume, which one node can hold at a time: give `ReadWriteMany`',
    ]);
    expect(find(mediaAccess, { media: once, init: { migrate: false } })).toEqual([
      'MP-MEDIA-ACCESS spec.media.storage.accessModes: several pods of app mount this volume, which one node can hold at a time: give `ReadWriteMany`',
    ]);
  });

  it.each<[string, Partial<MoneyPositiveSpec>]>([
    ['a worker', { workers: { default: {} } }],
    ['the init Job', { init: {} }],
    ['a second pod', { app: { replicas: 2, strategy: { type: 'Recreate' } } }],
    ['an autoscaler', { app: { autoscaling: { maxReplicas: 3 }, strategy: { type: 'Recreate' } } }],
    ['the next release', { app: { replicas: 1 } }],
  ])('finds %s beside the one pod', (_name, more) => {
    expect(isFound({ ...alone, media: once })).toBe(false);
    expect(isFound({ ...alone, ...more, media: once })).toBe(true);
  });

  it('lets a shared claim be, and one whose mode cannot be seen', () => {
    expect(isFound({ media: { storage } })).toBe(false);
    expect(
      isFound({ media: { storage: { ...storage, accessModes: ['ReadWriteOnce', 'ReadWriteMany'] } } }),
    ).toBe(false);
    expect(isFound({ media: { claimName: 'uploads' } })).toBe(false);
    expect(isFound({})).toBe(false);
  });
});
