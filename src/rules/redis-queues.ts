/** Redis holds tasks that nobody sends again: it must neither evict nor forget them. */
import { ownWords } from './parts/written.ts';
import { finding, type Rule, type Subject } from './rule.ts';

export const redisEviction: Rule = (subject) => {
  const { redis } = subject.object.spec;
  if (redis === undefined || !holdsQueues(subject)) return [];
  return ownWords({ path: ['spec', 'redis'], value: redis })
    .filter(({ value }) => /\ballkeys-[a-z]+/.test(value))
    .map(({ path }) =>
      finding(
        'MP-REDIS-EVICTION',
        path,
        'this policy throws queued tasks away when memory runs short: write `noeviction`, or `volatile-lru` beside a cache',
      ),
    );
};

export const redisEphemeral: Rule = (subject) => {
  if (!holdsQueues(subject) || subject.stack.redis?.storage !== undefined) return [];
  const message = 'a restart of Redis loses every queued task: remove `storage: false`, or give a size';
  return [finding('MP-REDIS-EPHEMERAL', ['spec', 'redis', 'storage'], message)];
};

/** A broker, or beside the cache that `shared` also means, the queues of the workers and beat of the stack. */
function holdsQueues({ stack, object: { spec } }: Subject): boolean {
  if (stack.redis === undefined) return false;
  return spec.redis?.role !== 'shared' || stack.workers.length > 0 || stack.beat !== undefined;
}
