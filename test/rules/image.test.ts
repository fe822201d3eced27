import { describe, expect, it } from 'vitest';
import type { MoneyPositiveSpec } from '../../src/api/v1alpha1/money-positive.ts';
import { imageFormat, imageLatest, imageNoVersion, imageTwoVersions } from '../../src/rules/image.ts';
import { find, moneyPositive, places, subjectOf } from '../support/findings.ts';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** What the rule says where the image has no version of its own. */
const withoutVersion = (rule: typeof imageLatest, spec: Partial<MoneyPositiveSpec>) => {
  const { version: _, ...rest } = moneyPositive(spec).spec;
  return rule(subjectOf({ ...moneyPositive(), spec: rest })).map(({ message }) => message);
};

describe('MP-IMAGE-LATEST', () => {
  it('finds the tag that moves, where it is written', () => {
    expect(find(imageLatest, { version: 'latest' })).toEqual([
      'MP-IMAGE-LATEST spec.version: the tag `latest` moves, so migrations would not run for a new image: name a fixed one',
    ]);
    expect(withoutVersion(imageLatest, { image: 'localhost:5000/shop:latest' })).toHaveLength(1);
  });

  it('finds it in the image of Redis', () => {
    expect(find(imageLatest, { redis: { image: 'valkey/valkey:latest' } })).toEqual([
      'MP-IMAGE-LATEST spec.redis.image: the tag `latest` moves, so a restart may change the server: name a fixed one',
    ]);
  });

  it('lets fixed tags be, and `latest` with a digest', () => {
    expect(find(imageLatest, { version: 'latest-1', redis: { image: 'valkey/valkey:8.1.4' } })).toEqual([]);
    expect(withoutVersion(imageLatest, { image: `shop:latest@${DIGEST}` })).toEqual([]);
  });
});

describe('MP-IMAGE-NO-VERSION', () => {
  it('finds an image without tag and digest; the port of a registry is no tag', () => {
    expect(withoutVersion(imageNoVersion, { image: 'localhost:5000/shop' })).toEqual([
      'the image has neither tag nor digest, which means `latest`; that moves, so migrations would not run for a new image: give `version`',
    ]);
    expect(places(imageNoVersion, { redis: { image: 'valkey/valkey' } })).toEqual(['spec.redis.image']);
  });

  it('lets a version, a tag and a digest be', () => {
    expect(find(imageNoVersion, { redis: {} })).toEqual([]);
    expect(withoutVersion(imageNoVersion, { image: 'localhost:5000/shop:1.0.0' })).toEqual([]);
    expect(withoutVersion(imageNoVersion, { image: `shop@${DIGEST}` })).toEqual([]);
  });
});

describe('MP-IMAGE-TWO-VERSIONS', () => {
  it('finds a tag or digest beside `version`', () => {
    expect(find(imageTwoVersions, { image: 'registry.example.com/shop:1.0.0' })).toEqual([
      'MP-IMAGE-TWO-VERSIONS spec.version: the image has a tag of its own: remove it from `image`, or remove `version`',
    ]);
    expect(find(imageTwoVersions, { image: `shop@${DIGEST}` })).toEqual([
      'MP-IMAGE-TWO-VERSIONS spec.version: the image has a digest of its own: remove it from `image`, or remove `version`',
    ]);
  });

  it('lets either alone be', () => {
    expect(find(imageTwoVersions, { image: 'localhost:5000/shop' })).toEqual([]);
    expect(withoutVersion(imageTwoVersions, { image: 'shop:1.0.0' })).toEqual([]);
  });
});

describe('MP-IMAGE-FORMAT', () => {
  it.each(['https://registry.example.com/shop', 'registry.example.com/Shop', 'shop ', 'shop/', ':1'])(
    'finds %j',
    (image) => {
      expect(find(imageFormat, { image })).toEqual([
        'MP-IMAGE-FORMAT spec.image: not an image reference: write `[registry[:port]/]repository[:tag]`, the repository in lower case',
      ]);
    },
  );

  it.each([
    'shop',
    'Registry.example.com/a/b-c__d.e',
    'localhost:5000/shop',
    '[::1]:5000/shop',
    'shop:1.0_x',
    `shop:1@${DIGEST}`,
  ])('lets %j be', (image) => {
    expect(find(imageFormat, { image, redis: { image } })).toEqual([]);
  });
});
