import { expect, it } from 'vitest';
import { reasons } from '../../../src/plan/format/reasons.ts';

const CONTAINER = 'spec.template.spec.containers';

it('says once what several containers have in common', () => {
  const fields = ['a', 'b'].map((name) => ({
    path: `${CONTAINER}[${name}].image`,
    how: 'changed' as const,
    from: 's:1',
    to: 's:2',
  }));
  expect(reasons(fields, '->')).toEqual(['image: s:1 -> s:2 (a, b)']);
});

it('keeps apart what only looks alike', () => {
  const fields = [
    { path: `${CONTAINER}[a].args`, how: 'changed' as const },
    { path: `${CONTAINER}[b].args`, how: 'added' as const },
    { path: 'spec.template.metadata.labels.args', how: 'removed' as const },
  ];
  expect(reasons(fields, '->')).toEqual(['args (a)', 'args added (b)', 'metadata.labels.args removed']);
});

it('counts what is too much to read', () => {
  const fields = Array.from({ length: 20 }, (_, index) => ({
    path: `data.k${index}`,
    how: 'added' as const,
  }));
  expect(reasons(fields, '->')).toHaveLength(13);
  expect(reasons(fields, '->').at(-1)).toBe('and 8 more');
  expect(reasons(fields.slice(0, 13), '->').at(-1)).toBe('data.k12 added');
});
