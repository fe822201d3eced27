import { describe, expect, it } from 'vitest';
import { digestOf, imageReference, tagOf, versionLabel } from '../../src/stack/image.ts';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('image references', () => {
  it.each([
    ['shop', undefined],
    ['shop:1.0', '1.0'],
    ['registry.example.com:5000/shop', undefined],
    ['registry.example.com:5000/shop:1.0', '1.0'],
    [`registry.example.com:5000/shop@${DIGEST}`, undefined],
    [`shop:1.0@${DIGEST}`, '1.0'],
  ])('tagOf(%s) is %s', (reference, tag) => expect(tagOf(reference)).toBe(tag));

  it('adds the version as tag', () => {
    expect(imageReference('shop', '1.0')).toBe('shop:1.0');
    expect(imageReference('shop:1.0', undefined)).toBe('shop:1.0');
  });

  it('knows a digest', () => {
    expect(digestOf(`shop@${DIGEST}`)).toBe(DIGEST);
    expect(digestOf('shop:1.0')).toBeUndefined();
  });
});

describe('versionLabel', () => {
  it.each([
    ['shop:2021.12.1', '2021.12.1'],
    [`shop@${DIGEST}`, '0123456789ab'],
    [`shop:${'x'.repeat(80)}`, 'x'.repeat(63)],
    ['shop:_nightly_', 'nightly'],
    ['shop', undefined],
  ])('of %s is %s', (reference, label) => expect(versionLabel(reference)).toBe(label));
});
