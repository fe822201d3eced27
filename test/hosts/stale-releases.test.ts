import { describe, expect, it } from 'vitest';
import { runPostRenderer } from '../../src/hosts/helm.ts';
import { checkReleases } from '../../src/hosts/stale-releases.ts';
import { findSources } from '../../src/merge/sources.ts';
import { examples } from '../support/examples.ts';
import { itemsOf } from '../support/items.ts';

const EXAMPLES = examples().filter(({ isInvalid }) => !isInvalid);

const rendered = runPostRenderer(
  Buffer.from(EXAMPLES.find(({ name }) => name === 'minimal')?.text ?? ''),
).stdout;

function codesOf(stream: string): readonly string[] {
  const items = itemsOf(stream);
  return checkReleases(items, findSources(items, undefined)).map(({ code }) => code);
}

/** The stream with something changed in its init Job alone. */
function withJob(change: (text: string) => string): string {
  const documents = rendered.split(/^(?=---$)/m);
  return documents.map((text) => (/^kind: Job$/m.test(text) ? change(text) : text)).join('');
}

describe('rendered objects', () => {
  it.each(EXAMPLES)('of example $name are as released', ({ text }) => {
    expect(codesOf(runPostRenderer(Buffer.from(text)).stdout)).toEqual([]);
  });

  it.each([
    ['another image', (text: string) => text.replaceAll('shop:2021.12.1', 'shop:2021.12.2')],
    [
      'another template label',
      (text: string) => text.replace(/(template:\n {4}metadata:\n {6}labels:\n)/, '$1        team: pay\n'),
    ],
    ['another name', (text: string) => text.replace(/(name: shop-init)-\w{8}$/m, '$1-00000000')],
    ['no release', (text: string) => text.replace('MONEYPOSITIVE_RELEASE', 'OTHER')],
  ])('with %s in the init Job are stale', (_title, change) => {
    expect(withJob(change)).not.toBe(rendered);
    expect(codesOf(withJob(change))).toContain('MP-RELEASE-STALE');
  });

  it.each([
    [
      'labels and annotations of its own',
      (text: string) => text.replace('  annotations:\n', '  annotations:\n    team: pay\n'),
    ],
    ['another limit of tries', (text: string) => text.replace(/backoffLimit: \d+/, 'backoffLimit: 9')],
    ['another namespace', (text: string) => text.replace('namespace: shop', 'namespace: prod')],
  ])('with %s on the init Job are fine', (_title, change) => {
    expect(withJob(change)).not.toBe(rendered);
    expect(codesOf(withJob(change)).filter((code) => code === 'MP-RELEASE-STALE')).toEqual([]);
  });

  it('are fine with a prefix and a suffix on their names and on what refers to them', () => {
    const renamed = rendered
      .replace(/\bshop-(scripts-v1|init-\w{8})$/gm, 'a-shop-$1-z')
      .replace(/^( +serviceAccountName| {2}name): shop$/gm, '$1: a-shop-z');
    expect(renamed).toContain('serviceAccountName: a-shop-z');
    expect(codesOf(renamed)).toEqual([]);
  });

  it('are fine as the API server hands them out, with its defaults', () => {
    const live = withJob((text) =>
      text
        .replace('metadata:\n', 'metadata:\n  uid: 1-2\n')
        .replace('restartPolicy', 'dnsPolicy: ClusterFirst\n      restartPolicy'),
    );
    expect(codesOf(live)).toEqual([]);
  });

  it('that wait for a release that no Job here records would wait for ever', () => {
    const release = /MONEYPOSITIVE_RELEASE\n +value: (\w+)/.exec(rendered)?.[1] ?? '';
    const documents = rendered.split(/^(?=---$)/m);
    const other = documents.map((text) =>
      /^kind: Deployment$/m.test(text) ? text.replaceAll(release, 'f'.repeat(64)) : text,
    );
    expect(codesOf(other.join(''))).toEqual(['MP-RELEASE-UNRECORDED', 'MP-RELEASE-UNRECORDED']);
    expect(codesOf(other.filter((text) => !/^kind: Job$/m.test(text)).join(''))).toEqual([]);
  });

  it('that are made anew in this run are not looked at', () => {
    const text = EXAMPLES.find(({ name }) => name === 'minimal')?.text ?? '';
    expect(codesOf(`${withJob((job) => job.replaceAll('2021.12.1', '2'))}---\n${text}`)).toEqual([]);
  });
});

it('a post-renderer without the MoneyPositive refuses a changed Job', () => {
  const { stdout, stderr, exitCode } = runPostRenderer(
    Buffer.from(withJob((text) => text.replaceAll('2021.12.1', '2'))),
  );
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
  expect(stderr).toMatch(
    /^Job shop-init-\w{8}, line \d+, column \d+: error: .*\(spec\.template\) \[MP-RELEASE-STALE\]\n/,
  );
});
