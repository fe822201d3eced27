import { describe, expect, it } from 'vitest';
import { isResourceList } from '../../../src/hosts/cli/resource-list.ts';

const LIST = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\n';
const JSON_LIST = { apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items: [] };

describe('isResourceList', () => {
  it.each([
    ['as kpt writes it', LIST],
    ['of another version', LIST.replace('v1', 'v1beta1')],
    [
      'with its keys in another order',
      'items: []\nfunctionConfig: {}\nkind: ResourceList\napiVersion: config.kubernetes.io/v1\n',
    ],
    ['with a byte order mark', `\ufeff${LIST}`],
    ['with CRLF', LIST.replaceAll('\n', '\r\n')],
    ['after ---', `---\n${LIST}`],
    ['after comments, a directive and ---', `# Source: x\n\n%YAML 1.2\n--- # here\n${LIST}`],
    ['after a document of comments', `# nothing\n---\n# still nothing\n---\n${LIST}`],
    [
      'with quotes and comments',
      `apiVersion: "config.kubernetes.io/v1" # v1\nkind: 'ResourceList'   # list\nitems: []`,
    ],
    ['with quoted keys', `"apiVersion": config.kubernetes.io/v1\n"kind": ResourceList\n`],
    ['indented', LIST.replace(/^/gm, '  ')],
    ['with an item that says something else', `${LIST.replace('[]', '')}- kind: List\n  apiVersion: v1\n`],
    ['JSON', JSON.stringify(JSON_LIST)],
    ['JSON on many lines', JSON.stringify(JSON_LIST, null, 2)],
    ['JSON without the indentation', JSON.stringify(JSON_LIST, null, 2).replace(/^ +/gm, '')],
    ['flow style', `{kind: ResourceList,\n  apiVersion: config.kubernetes.io/v1}`],
    ['on the line of ---', `--- {kind: ResourceList, apiVersion: config.kubernetes.io/v1}\n`],
    ['that is broken further down', `${LIST}x: [\n`],
  ])('knows one %s', (_, text) => {
    expect(isResourceList(text)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['comments', '# kind: ResourceList\n# apiVersion: config.kubernetes.io/v1\n'],
    ['a manifest', 'apiVersion: v1\nkind: ConfigMap\n'],
    ['one of another group', 'apiVersion: example.com/v1\nkind: ResourceList\nx: config.kubernetes.io/v1\n'],
    ['another kind', 'apiVersion: config.kubernetes.io/v1\nkind: Other\nx: ResourceList\n'],
    [
      'one inside of a block scalar',
      `apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    ${LIST.replaceAll('\n', '\n    ')}`,
    ],
    ['one as a member', `{"list": ${JSON.stringify(JSON_LIST)}}`],
    [
      'one as a member, without indentation',
      `{"list":\n${JSON.stringify(JSON_LIST, null, 2).replace(/^ +/gm, '')}\n}`,
    ],
    ['one in a list', `- ${LIST.replaceAll('\n', '\n  ')}`],
    ['one after a manifest', `apiVersion: v1\nkind: ConfigMap\n---\n${LIST}`],
    ['text that is no YAML', '{{ ResourceList config.kubernetes.io/v1 '],
  ])('takes %s for something else', (_, text) => {
    expect(isResourceList(text)).toBe(false);
  });
});
