/** ResourceLists in every formatting that people and tools come up with. */
import fc from 'fast-check';
import { writeFlow, writeYaml } from '../../../src/yaml/write.ts';
import { nastyValue } from '../arbitraries.ts';

/** A text and the values of the items it was made of. */
export interface GeneratedList {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface GeneratedItem {
  readonly value: unknown;
  readonly text: string;
}

const indentLines = (text: string, margin: string): string => text.replaceAll(/^(?=.)/gm, margin);

/** Odd ways to write an item of a list at column 0; all lines but the first are indented. */
const handWritten = fc.constantFrom<GeneratedItem>(
  {
    value: { kind: 'A', data: { x: 'y: #' } },
    text: '-   kind: A # odd\n    data:\n\n      x: "y: #"\n      # below\n',
  },
  { value: { kind: 'B', x: '# no comment\n\n' }, text: '- kind: B\n  x: |+\n    # no comment\n\n' },
  { value: { kind: 'C', x: 'a b' }, text: '- # comment\n  kind: C\n  x: >-\n    a\n    b\n' },
  {
    value: { kind: 'D', x: [1, { y: 'q\n# t' }] },
    text: '- {kind: D,\n # comment\n  x: [1, {y: "q\n\n  # t"}]}\n',
  },
  { value: { kind: 'E', list: ['- x', '---'] }, text: '-\n  kind: E\n  list:\n  - "- x"\n  - "---"\n' },
  { value: ['x', ['y']], text: '- - x\n  - - y\n' },
  { value: { kind: 'F' }, text: '- kind: F\n\n  # below\n\n' },
  { value: null, text: '- # nothing\n' },
  { value: 'a\n', text: '- |\n   a\n' },
  { value: { '': 'v' }, text: '- ? ""\n  : v\n' },
);

const written: fc.Arbitrary<GeneratedItem> = nastyValue.map((value) => ({
  value,
  text: `- ${writeYaml(value, { indent: 2 }).slice(2)}`,
}));

const comments = fc.constantFrom('', '# head\n', '# head: "\n\n# more\n');
const footer = fc.constantFrom(
  ...[
    '',
    '# end\n',
    'functionConfig:\n  kind: F\n',
    '# f\nfunctionConfig: {a: [b]} # f\n',
    '...\n',
    'x: |\n  # no comment\n# end',
  ],
);

/** `items` in block style. */
export const blockList: fc.Arbitrary<GeneratedList> = fc
  .record({
    items: fc.array(fc.tuple(comments, fc.oneof(handWritten, written)), { minLength: 1, maxLength: 5 }),
    margin: fc.constantFrom('', '  ', '    '),
    head: fc.constantFrom('', '# head\n---\n', '\ufeff', '\n\n'),
    key: fc.constantFrom('items:\n', 'items: # comment\n', '"items":\n', 'items:  \n\n'),
    footer,
    eol: fc.constantFrom('\n', '\r\n'),
    cut: fc.boolean(),
  })
  .map(({ items, margin, head, key, footer, eol, cut }) => {
    const lines = items.map(([comment, { text }]) => indentLines(comment + text, margin)).join('');
    const text = `${head}apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n${key}${lines}${footer}`;
    const isCut = cut && footer !== '' && text.endsWith('\n');
    return {
      text: (isCut ? text.slice(0, -1) : text).replaceAll('\n', eol),
      values: items.map(([, { value }]) => value),
    };
  });

const space = fc.constantFrom('', ' ', '\n  ', '\n    ', ' # comment\n  ');

/** `items` in flow style, as JSON or within block style. */
export const flowList: fc.Arbitrary<GeneratedList> = fc
  .record({
    items: fc.array(fc.tuple(space, nastyValue, space), { maxLength: 5 }),
    comma: fc.constantFrom('', ','),
    end: space,
    isBlock: fc.boolean(),
    footer: fc.constantFrom('', 'functionConfig'),
  })
  .map(({ items, comma, end, isBlock, footer }) => {
    const list = items.map(([before, value, after]) => before + writeFlow(value) + after).join(',');
    const sequence = `[${list}${items.length > 0 ? comma : ''}${end}]`;
    const entries = [
      '"apiVersion": "config.kubernetes.io/v1"',
      '"kind": "ResourceList"',
      `"items": ${sequence}`,
      ...(footer ? [`"${footer}": {"a": 1}`] : []),
    ];
    const text = isBlock ? `${entries.join('\n')}\n` : `{${entries.join(',\n  ')}\n}\n`;
    return { text, values: items.map(([, value]) => value) };
  });
