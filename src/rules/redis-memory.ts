/** Redis refuses writes when its memory is full, unless the kernel kills it first. */
import { parseQuantity } from '../k8s/quantity.ts';
import { finding, type Rule } from './rule.ts';

export const redisMemory: Rule = ({ stack, object: { spec } }) => {
  const { maxMemory } = spec.redis ?? {};
  const limit = parseQuantity(stack.redis?.resources.limits?.['memory'] ?? '');
  if (maxMemory === undefined || limit === undefined) return [];
  const bytes = redisBytes(maxMemory);
  if (bytes > 0 && bytes < limit) return [];
  return [
    finding(
      'MP-REDIS-MEMORY',
      ['spec', 'redis', 'maxMemory'],
      'data may fill the whole memory limit, and Redis is killed: leave it out (three quarters of the limit), or raise `resources.limits.memory`',
    ),
  ];
};

/** Redis' own units: `k` is a thousand, `kb` is 1024; 0 means no bound. Source: redis.conf. */
function redisBytes(text: string): number {
  const [, digits = '', letter = '', binary = ''] = /^(\d+)([kmg]?)(b?)$/i.exec(text) ?? [];
  const power = ['', 'k', 'm', 'g'].indexOf(letter.toLowerCase());
  return Number(digits) * (binary === '' ? 1000 : 1024) ** power;
}
