/** Redis refuses writes when its memory is full, unless it has no bound, or the kernel kills it first. */
import { parseQuantity } from '../k8s/quantity.ts';
import { ownWords } from './parts/written.ts';
import { finding, type Rule, type Subject } from './rule.ts';

export const redisMemory: Rule = ({ stack, object: { spec } }) => {
  const { maxMemory } = spec.redis ?? {};
  const limit = memoryLimit(stack);
  if (maxMemory === undefined || limit === undefined) return [];
  const bytes = redisBytes(maxMemory);
  if (bytes > 0 && bytes < limit) return [];
  return [
    finding(
      'MP-REDIS-MEMORY',
      ['spec', 'redis', 'maxMemory'],
      'data may fill the whole memory limit, and Redis is killed: leave it out (it is three quarters of the limit then), or raise `resources.limits.memory`',
    ),
  ];
};

/** Without a bound it grows until the node runs out of memory, and takes its neighbours along. */
export const redisUnbounded: Rule = ({ stack, object: { spec } }) => {
  const { redis } = spec;
  if (stack.redis === undefined || redis === undefined || memoryLimit(stack) !== undefined) return [];
  const words = ownWords({ path: ['spec', 'redis'], value: redis });
  const isBounded =
    words.length === 0
      ? redisBytes(redis.maxMemory ?? '0') > 0
      : words.some(({ value }) => MAY_BOUND.test(value));
  if (isBounded) return [];
  return [
    finding(
      'MP-REDIS-UNBOUNDED',
      ['spec', 'redis', 'resources'],
      'nothing bounds its memory, so it may grow until the node runs out and evicts pods: give `limits.memory`, or `maxMemory`',
    ),
  ];
};

/** Arguments of the user's own that bound it, or name a configuration file, which may. */
const MAY_BOUND = /--maxmemory(?![-\w])|\.conf\b/;

/** A limit of zero is none. */
function memoryLimit({ redis }: Subject['stack']): number | undefined {
  return parseQuantity(redis?.resources.limits?.['memory'] ?? '') || undefined;
}

/** Redis' own units: `k` is a thousand, `kb` is 1024; 0 means no bound. Source: redis.conf. */
function redisBytes(text: string): number {
  const [, digits = '', letter = '', binary = ''] = /^(\d+)([kmg]?)(b?)$/i.exec(text) ?? [];
  const power = ['', 'k', 'm', 'g'].indexOf(letter.toLowerCase());
  return Number(digits) * (binary === '' ? 1000 : 1024) ** power;
}
