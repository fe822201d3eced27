import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OutputItem, type ResourceList, readResourceList } from '../../src/yaml/resource-list.ts';
import { nastyValue } from './arbitraries.ts';
import { blockList, flowList, type GeneratedList } from './resource-list/generate.ts';

const HEAD = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n';

/** The ResourceList of a text that is one. */
function read(text: string): ResourceList {
  const list = readResourceList(text);
  if (list === undefined) throw new Error('no ResourceList');
  return list;
}

function keep({ items }: ResourceList): readonly OutputItem[] {
  return items.map((document) => ({ kind: 'kept', document }));
}

/** The output items of `list` at these indices, kept. */
function pick(list: ResourceList, ...indices: readonly number[]): readonly OutputItem[] {
  const kept = keep(list);
  return indices.flatMap((index) => kept[index] ?? []);
}

const NEW: OutputItem = { kind: 'added', value: { kind: 'New', on: 'yes', text: 'a\nb\n' } };
const NEW_LINES = '- kind: New\n  "on": "yes"\n  text: |\n    a\n    b\n';

const valuesOf = (list: ResourceList): readonly unknown[] => list.items.map(({ value }) => value);

describe('reading', () => {
  const list = read(`# c
${HEAD}items:
# head of a
- kind: A
  # in a

# head of b
- kind: B # behind b
  # below b
# head of functionConfig
functionConfig:
  kind: F
`);

  test('gives each item with the comments above it and below it', () => {
    expect(list.items.map(({ text }) => text)).toEqual([
      '# head of a\n- kind: A\n  # in a\n\n',
      '# head of b\n- kind: B # behind b\n  # below b\n',
    ]);
    expect(valuesOf(list)).toEqual([{ kind: 'A' }, { kind: 'B' }]);
    expect([list.hasItems, list.problems]).toEqual([true, []]);
  });

  test('gives the functionConfig, and places in the whole input', () => {
    expect(list.functionConfig?.value).toEqual({ kind: 'F' });
    expect(list.functionConfig?.position(['kind'])).toEqual({ line: 14, column: 9 });
    expect(list.items[1]?.position(['kind'], 'key')).toEqual({ line: 10, column: 3 });
  });

  test.each([
    ['another kind', 'kind: List\napiVersion: v1\nitems: []\n'],
    ['another group', 'kind: ResourceList\napiVersion: v1\nitems: []\n'],
    ['one inside of something else', `kind: ConfigMap\ndata:\n  x: "ResourceList"\n---\n${HEAD}`],
    ['a text', 'ResourceList'],
    ['nothing', ''],
  ])('%s is no ResourceList', (_what, text) => {
    expect(readResourceList(text)).toBeUndefined();
  });

  test.each([
    ['v1', HEAD],
    ['v1beta1', 'kind: ResourceList\napiVersion: config.kubernetes.io/v1beta1\n'],
    ['JSON', '{"apiVersion": "config.kubernetes.io/v1", "kind": "ResourceList"}'],
    ['with comments, directives and a byte order mark', `\ufeff# c\n%YAML 1.2\n---\n${HEAD}`],
  ])('%s without items and functionConfig is one', (_what, text) => {
    const { items, hasItems, functionConfig, problems } = read(text);
    expect({ items, hasItems, functionConfig, problems }).toEqual({
      items: [],
      hasItems: false,
      functionConfig: undefined,
      problems: [],
    });
  });

  test.each(['null', '~', ''])('functionConfig: %s is none', (nothing) => {
    expect(read(`${HEAD}functionConfig: ${nothing}\n`).functionConfig).toBeUndefined();
  });

  test('an item that is no YAML has problems, the list has none', () => {
    const broken = read(`${HEAD}items:\n- a: "\\q"\n- b: 1\n`);
    expect(broken.problems).toEqual([]);
    expect(broken.items.map(({ problems }) => problems.map(({ position }) => position))).toEqual([
      [{ line: 4, column: 7 }],
      [],
    ]);
    expect(broken.write(keep(broken), [])).toBe(`${HEAD}items:\n- a: "\\q"\n- b: 1\n`);
  });

  test.each([
    [
      'items twice',
      `${HEAD}items: []\nitems: []\n`,
      'duplicate-key',
      'items stands twice in this ResourceList: keep one',
      4,
    ],
    [
      'kind twice',
      `${HEAD}kind: ResourceList\nitems: []\n`,
      'duplicate-key',
      'kind stands twice in this ResourceList: keep one',
      3,
    ],
    [
      'items that are no list',
      `${HEAD}items: {}\n`,
      'resource-list',
      'the items of a ResourceList are a list',
      3,
    ],
    [
      'no YAML around the items',
      `${HEAD}items: []\nx: "\\q"\n`,
      'syntax',
      expect.stringContaining('backslash'),
      4,
    ],
    [
      'items on the line of their key',
      `${HEAD}? items\n: - a\n`,
      'resource-list',
      expect.stringContaining('a line of its own'),
      4,
    ],
  ])('%s: a problem, and no change', (_what, text, kind, message, line) => {
    const list = read(text);
    expect(list.problems).toMatchObject([{ kind, message, position: { line } }]);
    expect(list.write([NEW], [{ message: 'x' }])).toBe(text);
  });
});

describe('writing block style', () => {
  const text = `${HEAD}# items
items: # here
  # head of a
  - kind: A
  -   kind: B # odd
      x: |+
        text

# head of functionConfig
functionConfig: {kind: F} # f
results:
- message: old
# end
`;
  const list = read(text);
  const written = (items: readonly OutputItem[], results: readonly object[] = []): string =>
    list.write(items, results).replace(HEAD, '');

  test('keeps, drops and moves items with their comments', () => {
    const b = '  -   kind: B # odd\n      x: |+\n        text\n\n';
    const frame = [
      '# items\nitems: # here\n',
      '# head of functionConfig\nfunctionConfig: {kind: F} # f\n# end\n',
    ];
    expect(written(keep(list))).toBe(`${frame[0]}  # head of a\n  - kind: A\n${b}${frame[1]}`);
    expect(written(pick(list, 1))).toBe(`${frame[0]}${b}${frame[1]}`);
    expect(written(pick(list, 1, 0))).toBe(`${frame[0]}${b}  # head of a\n  - kind: A\n${frame[1]}`);
    expect(written([])).toBe(
      '# items\nitems: [] # here\n# head of functionConfig\nfunctionConfig: {kind: F} # f\n# end\n',
    );
  });

  test('writes new and replaced items at the column of the others', () => {
    const lines = NEW_LINES.replaceAll(/^/gm, '  ').trimEnd();
    expect(written([NEW, ...pick(list, 0)])).toContain(
      `items: # here\n${lines}\n  # head of a\n  - kind: A\n# head of f`,
    );
    const document = list.items[0];
    expect(document && written([{ kind: 'replaced', document, value: ['x'] }])).toContain(
      'items: # here\n  - - x\n# head of f',
    );
  });

  test('puts results in the place of the former ones', () => {
    expect(written([], [{ message: 'no' }])).toBe(
      '# items\nitems: [] # here\n# head of functionConfig\nfunctionConfig: {kind: F} # f\nresults:\n- message: "no"\n# end\n',
    );
  });

  test('refuses to keep a document of another list', () => {
    expect(() => list.write(keep(read(text)), [])).toThrow(TypeError);
  });

  test.each([
    ['missing', '', 'items:\n', 'items: []\n'],
    ['nothing', 'items:\n', 'items:\n', 'items: []\n'],
    ['nothing but a comment', 'items: # c\n', 'items: # c\n', 'items: [] # c\n'],
    ['null', 'items: null # c\n', 'items: # c\n', 'items: [] # c\n'],
    ['a tagged null', 'items: !!null ~\n', 'items:\n', 'items: []\n'],
    ['an empty list', 'items: [ ]\n', 'items:\n', 'items: [ ]\n'],
    ['an empty list over several lines', 'items: [\n]\n', 'items:\n', 'items: [\n]\n'],
  ])('items may be %s', (_what, items, filled, empty) => {
    const after = 'functionConfig: null\n';
    const order = items === '' ? [after, ''] : ['', after];
    const list = read(HEAD + items + after);
    expect(list.write([NEW], [])).toBe(`${HEAD}${order[0]}${filled}${NEW_LINES}${order[1]}`);
    expect(list.write([], [])).toBe(`${HEAD}${order[0]}${empty}${order[1]}`);
  });

  test('adds what is missing before the end of the document', () => {
    const list = read(`${HEAD}# end\n... # c\n`);
    expect(list.write([NEW], [{ message: 'x' }])).toBe(
      `${HEAD}items:\n${NEW_LINES}results:\n- message: x\n# end\n... # c\n`,
    );
  });

  test('ends a last line without newline before it adds to it', () => {
    const list = read(`${HEAD}items:\n- a`);
    expect(list.write(keep(list), [])).toBe(`${HEAD}items:\n- a`);
    expect(list.write([...keep(list), NEW], [])).toBe(`${HEAD}items:\n- a\n${NEW_LINES}`);
    expect(list.write(keep(list), [{ message: 'x' }])).toBe(`${HEAD}items:\n- a\nresults:\n- message: x\n`);
    expect(read(`${HEAD}items:`).write([NEW], [])).toBe(`${HEAD}items:\n${NEW_LINES}`);
    expect(read(HEAD.trimEnd()).write([], [])).toBe(`${HEAD}items: []\n`);
  });

  test('writes CRLF where that is used', () => {
    const list = read(`${HEAD}items:\n- a\n`.replaceAll('\n', '\r\n'));
    expect(list.write([...keep(list), NEW], [{ message: 'x' }])).toBe(
      `${HEAD}items:\n- a\n${NEW_LINES}results:\n- message: x\n`.replaceAll('\n', '\r\n'),
    );
  });

  test('leaves other documents around it alone', () => {
    const list = read(`# c\n---\n${HEAD}items:\n- a\n---\nother: 1\n`);
    expect(list.write([NEW], [])).toBe(`# c\n---\n${HEAD}items:\n${NEW_LINES}---\nother: 1\n`);
  });

  test('finds items behind anchors, tags and explicit keys', () => {
    const text = `? apiVersion\n: config.kubernetes.io/v1\nkind: ResourceList\nitems: !!seq\n- &a {x: 1}\n- !!map\n  y: 2\n- ? z\n  : 3\n-\n  - 4\n-\n`;
    const list = read(text);
    expect(valuesOf(list)).toEqual([{ x: 1 }, { y: 2 }, { z: 3 }, [4], null]);
    expect(list.write(keep(list), [])).toBe(text);
    expect(list.write(pick(list, 3, 1), [])).toContain('items: !!seq\n-\n  - 4\n- !!map\n  y: 2\n');
    expect(list.write([], [])).toContain('items: !!seq []\n');
  });
});

describe('writing flow style and JSON', () => {
  const pretty = `{
  "apiVersion": "config.kubernetes.io/v1",
  "kind": "ResourceList",
  "items": [
    {"a": 1},
    {"b": [2]}
  ]
}
`;

  test('keeps, drops, moves and adds items of a JSON list', () => {
    const list = read(pretty);
    const written = (items: readonly OutputItem[]): string =>
      list.write(items, []).split('"items": ')[1] ?? '';
    expect(written(keep(list))).toBe('[\n    {"a": 1},\n    {"b": [2]}\n  ]\n}\n');
    expect(written(pick(list, 1))).toBe('[\n    {"b": [2]}\n  ]\n}\n');
    expect(written(pick(list, 1, 0))).toBe('[\n    {"b": [2]},\n    {"a": 1}\n  ]\n}\n');
    expect(written([...pick(list, 0), { kind: 'added', value: { c: 'yes' } }])).toBe(
      '[\n    {"a": 1},\n    {"c": "yes"}\n  ]\n}\n',
    );
    expect(written([])).toBe('[]\n}\n');
  });

  test('stays JSON, with results', () => {
    const output = read(pretty).write([NEW], [{ message: 'x' }]);
    expect(JSON.parse(output)).toMatchObject({ items: [{ kind: 'New' }], results: [{ message: 'x' }] });
    expect(output).toContain('\n  "results": [{"message": "x"}]\n}\n');
  });

  test.each([
    ['missing', '', ', "items": []}', ', "items": [1]}'],
    ['null', ', items: null', ', items: []}', ', items: [1]}'],
    ['a key with nothing', ', items', ', items: []}', ', items: [1]}'],
    ['a key with a colon', ', items: ', ', items: [] }', ', items: [1] }'],
    ['empty', ', items: [ ]', ', items: []}', ', items: [1]}'],
    ['trailed by a comma', ', items: [0 , ],', ', items: [],}', ', items: [1, ],}'],
  ])('items may be %s', (_what, items, empty, filled) => {
    const start = '{apiVersion: config.kubernetes.io/v1, kind: ResourceList';
    const list = read(`${start}${items}}`);
    expect(list.write([], [])).toBe(start + empty);
    expect(list.write([{ kind: 'added', value: 1 }], [])).toBe(start + filled);
  });

  test.each([
    ['first', '{results: [1], A}', '{ A}', '{results: [{"message": "x"}], A}'],
    ['last', '{A, results: [1] }', '{A }', '{A, results: [{"message": "x"}] }'],
    ['in between', '{A, results: null, b: 1}', '{A, b: 1}', '{A, results: [{"message": "x"}], b: 1}'],
  ])('former results may be %s', (_what, text, without, replaced) => {
    const full = (short: string): string =>
      short.replace('A', 'apiVersion: config.kubernetes.io/v1, kind: ResourceList, items: []');
    expect(read(full(text)).write([], [])).toBe(full(without));
    expect(read(full(text)).write([], [{ message: 'x' }])).toBe(full(replaced));
  });

  test('a list in flow style within block style stays in its style', () => {
    const text = `${HEAD}items: [{a: 1}, # of a\n  {b: 2} # of b\n  ] # c\n`;
    const list = read(text);
    expect(list.write(keep(list), [])).toBe(text);
    expect(list.write([...keep(list), { kind: 'added', value: 1 }], [{ message: 'x' }])).toBe(
      `${HEAD}items: [{a: 1}, # of a\n  {b: 2} # of b\n  , 1] # c\nresults:\n- message: x\n`,
    );
    expect(list.write(pick(list, 1), [])).toBe(`${HEAD}items: [ # of a\n  {b: 2} # of b\n  ] # c\n`);
  });
});

describe.each([
  ['block style', blockList],
  ['flow style', flowList],
])('any list in %s', (_what, lists) => {
  const generated = (check: (list: ResourceList, from: GeneratedList) => void): void => {
    fc.assert(
      fc.property(lists, (from) => {
        const list = read(from.text);
        expect(list.problems).toEqual([]);
        check(list, from);
      }),
      { numRuns: 300 },
    );
  };

  test('is read as what it was made of', () => {
    generated((list, { values }) => expect(valuesOf(list)).toEqual(values));
  });

  test('is written as it came in when all items are kept', () => {
    generated((list, { text, values }) => {
      if (values.length > 0) expect(list.write(keep(list), [])).toBe(text);
    });
  });

  test('reads back as the items that were written, kept ones byte for byte', () => {
    const output = fc.array(
      fc.oneof(
        fc.nat(),
        nastyValue.map((value) => ({ value })),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        lists,
        output,
        fc.array(fc.record({ message: fc.string() }), { maxLength: 2 }),
        (from, parts, results) => {
          const list = read(from.text);
          const unused = [...list.items];
          const items = parts.flatMap((part): OutputItem[] => {
            if (typeof part === 'object') return [{ kind: 'added', value: part.value }];
            const [document] = unused.splice(part % Math.max(1, unused.length), 1);
            if (document === undefined) return [];
            return part % 3 === 0
              ? [{ kind: 'replaced', document, value: part }]
              : [{ kind: 'kept', document }];
          });
          const written = list.write(items, results);
          const again = read(written);
          expect(again.problems).toEqual([]);
          expect(valuesOf(again)).toEqual(
            items.map((item) => (item.kind === 'kept' ? item.document.value : item.value)),
          );
          for (const item of items)
            if (item.kind === 'kept') expect(written).toContain(item.document.text.trim());
          expect(again.functionConfig?.value).toEqual(list.functionConfig?.value);
          expect(again.write(keep(again), results)).toBe(written);
        },
      ),
      { numRuns: 300 },
    );
  });
});
