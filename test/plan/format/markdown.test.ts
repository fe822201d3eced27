import { expect, it } from 'vitest';
import { planMarkdown } from '../../../src/plan/format/markdown.ts';
import { planChanges } from '../../../src/plan/plan.ts';
import { manifest } from '../manifest.ts';

/** What somebody may call an object to get a word into a comment that a bot writes. */
const HOSTILE = '`</details><img src=x>[a](https://example.com) @everyone | x';

it('keeps names what they are: text', () => {
  const secret = manifest('Secret', {}, HOSTILE);
  const ingress = manifest('Ingress', { spec: { rules: [{ host: HOSTILE }] } });
  const reader = (image: string) =>
    manifest(
      'Deployment',
      {
        spec: {
          template: {
            spec: { containers: [{ name: HOSTILE, image, envFrom: [{ secretRef: { name: HOSTILE } }] }] },
          },
        },
      },
      HOSTILE,
    );
  const text = planMarkdown(planChanges([secret, ingress, reader('a:1')], [reader('a:2')]));
  const outside = text.replace(/`[^`\n]*`/g, '');
  expect(outside).not.toMatch(/<img|\]\(|@everyone/);
  expect(outside.match(/<\/details>/g)).toHaveLength(1);
  for (const line of text.split('\n').filter((one) => one.startsWith('| '))) {
    expect(line.replaceAll('\\|', '').match(/\|/g)).toHaveLength(4);
  }
});
