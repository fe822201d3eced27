import { describe, expect, test } from 'vitest';
import { type OutputItem, readResourceList } from '../../../src/yaml/resource-list.ts';

/** Writes a list of these items with those at the indices kept; `!` at an index has the item replaced. */
function rewrite(
  lines: readonly string[],
  output: readonly (number | string)[],
  before = '',
  after = '',
): string {
  const head = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n${before}items:\n`;
  const list = readResourceList(head + lines.map((line) => `- ${line}\n`).join('') + after);
  const items = output.flatMap((index): OutputItem[] => {
    const document = list?.items[Number.parseInt(String(index), 10)];
    if (document === undefined) throw new Error('no such item');
    return [
      typeof index === 'number' ? { kind: 'kept', document } : { kind: 'replaced', document, value: 'new' },
    ];
  });
  return (
    list?.write(items, []).replace('apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n', '') ?? ''
  );
}

describe('an alias from one item to another', () => {
  const items = ['a: &x {p: [1]}', 'b: *x # b', 'c: {<<: *x, q: 2}'];

  test('stays while the anchor stands before it', () => {
    expect(rewrite(items, [0, 1, 2])).toBe('items:\n- a: &x {p: [1]}\n- b: *x # b\n- c: {<<: *x, q: 2}\n');
    expect(rewrite(items, [0, 2])).toBe('items:\n- a: &x {p: [1]}\n- c: {<<: *x, q: 2}\n');
  });

  test('becomes its value when the anchor goes, is replaced, or comes later', () => {
    expect(rewrite(items, [1, 2])).toBe('items:\n- b: {"p": [1]} # b\n- c: {<<: {"p": [1]}, q: 2}\n');
    expect(rewrite(items, ['0!', 1])).toBe('items:\n- new\n- b: {"p": [1]} # b\n');
    expect(rewrite(items, [1, 0])).toBe('items:\n- b: {"p": [1]} # b\n- a: &x {p: [1]}\n');
  });

  test('becomes its value when another anchor of that name comes between', () => {
    const two = ['a: &x 1', 'b: *x', 'c: &x 2', 'd: *x'];
    expect(rewrite(two, [0, 2, 1, 3])).toBe('items:\n- a: &x 1\n- c: &x 2\n- b: 1\n- d: *x\n');
    expect(rewrite(two, [0, 1, 3])).toBe('items:\n- a: &x 1\n- b: *x\n- d: 2\n');
  });

  test('stays where it means an anchor of its own item, wherever that goes', () => {
    const own = ['a: &x 1', '{b: &x 2, c: *x}'];
    expect(rewrite(own, [1])).toBe('items:\n- {b: &x 2, c: *x}\n');
    expect(rewrite(own, [1, 0])).toBe('items:\n- {b: &x 2, c: *x}\n- a: &x 1\n');
  });
});

describe('an alias from or to what is around the items', () => {
  test('stays where the anchor is before the items', () => {
    expect(rewrite(['a: *x', 'b: 1'], [1, 0], 'metadata: &x {}\n')).toBe(
      'metadata: &x {}\nitems:\n- b: 1\n- a: *x\n',
    );
  });

  test('behind the items becomes its value when the item goes', () => {
    const config = 'functionConfig: *x # c\n';
    expect(rewrite(['a: &x {p: "yes"}', 'b'], [0], '', config)).toBe(`items:\n- a: &x {p: "yes"}\n${config}`);
    expect(rewrite(['a: &x {p: "yes"}', 'b'], [1], '', config)).toBe(
      'items:\n- b\nfunctionConfig: {"p": "yes"} # c\n',
    );
  });

  test('stays as it is where it leads nowhere', () => {
    expect(rewrite(['a: *x', 'b'], [1, 0])).toBe('items:\n- b\n- a: *x\n');
  });

  test('in former results goes with them', () => {
    expect(rewrite(['a: &x 1', 'b'], [1], '', 'results:\n- *x\n')).toBe('items:\n- b\n');
  });
});

test('a list can be written more than once', () => {
  const text = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- a: &x 1\n- b: *x\n';
  const list = readResourceList(text);
  const [a, b] = (list?.items ?? []).map((document): OutputItem => ({ kind: 'kept', document }));
  if (!list || !a || !b) throw new Error('no ResourceList');
  expect([list.write([a, b], []), list.write([b], []), list.write([a, b], [])]).toEqual([
    text,
    text.replace('- a: &x 1\n', '').replace('*x', '1'),
    text,
  ]);
});
