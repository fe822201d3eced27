/** `docs/conformance.md`: which case is tried on which host. */
import type { Case } from './cases.ts';
import type { Host } from './hosts.ts';

const HEAD = `<!-- Written by UPDATE_CONFORMANCE=1 npm run test:hosts; the suite fails when it is not up to date. -->

# Conformance: every case on every host

\`npm run test:hosts\` runs each of these through the real program, and fails where one does not hold:

- **expands**: the objects are those that the command line gives; every other document is byte for byte as an identity
  function (\`cat\`) on the same host leaves it. (kpt and kustomize drop or rewrite some things themselves, whatever the
  function does.)
- **passes**: there is no MoneyPositive; everything is as the identity function leaves it.
- **MP-…**: the run fails, the message with this code is on the user's terminal, and nothing of theirs is gone: on kpt all
  files are as they were, as a bare KRM function all items come back, elsewhere nothing is printed.

`;

export function conformanceTable(cases: readonly Case[], hosts: readonly Host[]): string {
  const reasons: string[] = [];
  const note = (reason: string): string => {
    if (!reasons.includes(reason)) reasons.push(reason);
    return `n/a [${reasons.indexOf(reason) + 1}]`;
  };
  const rows = cases.map((entry) => {
    const cells = hosts.map((host) => cell(entry, host, note));
    return row([entry.title, expectation(entry), ...cells]);
  });
  const header = ['Case', 'Expected', ...hosts.map(({ name }) => name)];
  const notes = reasons.map((reason, index) => `${index + 1}. n/a: ${reason}\n`);
  const silent =
    'code only: the run fails and prints nothing; the host does not show what a function says on stderr.\n';
  return `${HEAD}${row(header)}${row(header.map(() => '---'))}${rows.join('')}\n${notes.join('')}\n${silent}`;
}

function cell({ expect, notOn }: Case, { name, isSilent }: Host, note: (reason: string) => string): string {
  const reason = new Map(Object.entries(notOn ?? {})).get(name);
  if (reason !== undefined) return note(reason);
  return isSilent && typeof expect === 'object' ? 'code only' : '✓';
}

function expectation({ expect }: Case): string {
  if (typeof expect === 'string') return expect;
  return expect.fails.replace(/-$/, '-…');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
