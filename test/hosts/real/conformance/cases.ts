/** The cases: what a user has, and what every host must make of it. */
import { example } from '../workspace.ts';
import type { Files, HostName } from './hosts.ts';

/**
 * - `expands`: the objects that the command line gives, and every foreign document as an identity function on the same
 *   host would leave it
 * - `passes`: there is nothing to expand; all is as an identity function on the same host would leave it
 * - a code: the run fails, the user sees the code, and every file of theirs is as it was
 */
export type Expectation = 'expands' | 'passes' | { readonly fails: string };

export interface Case {
  readonly title: string;
  readonly files: Files;
  readonly expect: Expectation;
  /** Where the case can't come up, and why. */
  readonly notOn?: Partial<Record<HostName, string>>;
}

const STACK = example('minimal');

const NAMELESS = 'refuses an object without a name itself';
const DUPLICATE = 'refuses duplicate keys itself';
const NOTHING_FOUND = 'render takes it for a mistake when there is nothing to expand (MP-NOTHING-FOUND)';
const NO_FOREIGN = 'resources do not go through a generator';

function settings(rest: string, name = 'settings'): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n${rest}`;
}

/** With a MoneyPositive beside the foreign documents. */
function beside(title: string, foreign: string, notOn: Case['notOn'] = {}): Case {
  return {
    title,
    files: { 'money-positive.yaml': STACK, 'settings.yaml': foreign },
    expect: 'expands',
    notOn,
  };
}

/** Nothing but foreign documents. */
function alone(title: string, foreign: string, notOn: Case['notOn'] = {}): Case {
  return {
    title,
    files: { 'settings.yaml': foreign },
    expect: 'passes',
    notOn: { 'kustomize generator': NO_FOREIGN, 'command line': NOTHING_FOUND, ...notOn },
  };
}

function fails(title: string, stack: string, code: string, notOn: Case['notOn'] = {}): Case {
  const files = { 'money-positive.yaml': stack, 'settings.yaml': settings('data: {a: "yes"} # mine\n') };
  return { title, files, expect: { fails: code }, notOn };
}

function edited(from: string | RegExp, to: string): string {
  const text = STACK.replace(from, to);
  if (text === STACK) throw new Error(`the example has no ${from}`);
  return text;
}

export const CASES: readonly Case[] = [
  { title: 'one MoneyPositive', files: { 'money-positive.yaml': STACK }, expect: 'expands' },
  {
    title: 'two MoneyPositives in two files',
    files: { 'blog.yaml': edited('name: shop\n', 'name: blog\n'), 'money-positive.yaml': STACK },
    expect: 'expands',
  },
  beside('a foreign object with comments and odd spaces', settings('data:   # mine\n    a:   "x"  # why\n')),
  beside(
    'strings that YAML readers take for something else',
    settings(
      'data: {a: "yes", b: "0777", c: "1e3", d: "~", e: "12:30:45", f: "2021-12-01", g: "<<", h: "="}\n',
    ),
  ),
  beside(
    'a block scalar with `---` and `...` in it',
    settings('data:\n  a: |\n    ---\n    ...\n    # no comment\n'),
  ),
  beside(
    'JSON',
    '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "settings"}, "data": {"a": "1"}}\n',
  ),
  beside('an anchor and an alias', settings('data: {a: &x "yes", b: *x}\n')),
  beside('a merge key', settings('data: {<<: {a: "on"}, b: "off"}\n')),
  beside('CRLF', settings('data:\n  a: "yes" # c\n').replaceAll('\n', '\r\n')),
  beside(
    'several documents in a file',
    `${settings('data: {a: "1"}\n', 'one')}--- # second\n${settings('data: {a: "2"}\n', 'two')}`,
  ),
  beside('a document of comments only', `---\n# nothing here\n---\n${settings('data: {a: "1"}\n')}`),
  beside('no newline at the end', settings('data: {a: "yes"}')),
  beside(
    'null metadata fields',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, labels: null, annotations: null}\n',
  ),
  beside(
    'a kind that nobody knows',
    'apiVersion: example.com/v1\nkind: Odd\nmetadata: {name: settings}\nspec: [1, {a: "no"}]\n',
  ),
  alone('no MoneyPositive at all', settings('data: {a: "yes"} # mine\n')),
  alone(
    'two objects without a name of their own',
    ['1', '2']
      .map(
        (value) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: a-}\ndata: {a: "${value}"}\n`,
      )
      .join('---\n'),
    { 'kpt render': NAMELESS, 'kpt eval': NAMELESS, 'kustomize transformer': NAMELESS },
  ),
  fails('a rule broken', edited('"2021.12.1"', 'latest'), 'MP-IMAGE-LATEST'),
  fails('an unknown field', edited('  redis: {}', '  reddis: {}'), 'MP-SCHEMA-UNKNOWN-FIELD'),
  fails(
    'a duplicate key in the MoneyPositive',
    edited('  redis: {}', '  redis: {}\n  beat: {}'),
    'MP-YAML-DUPLICATE-KEY',
    { 'kustomize generator': DUPLICATE, 'kustomize transformer': DUPLICATE },
  ),
  fails('a text that readers differ on', edited('"2021.12.1"', '0777'), 'MP-'),
  {
    title: 'a foreign object under a generated name',
    files: {
      'money-positive.yaml': STACK,
      'service.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: shop-app, namespace: shop} # mine\n',
    },
    expect: { fails: 'MP-MERGE-FOREIGN' },
    notOn: { 'kustomize generator': 'kustomize itself refuses two objects of one name' },
  },
];
