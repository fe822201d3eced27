/** Without queues a worker consumes those the project configures: two such workers do the same. */
import { workerPlaces } from './parts/places.ts';
import { ownWords } from './parts/written.ts';
import { finding, type Rule } from './rule.ts';

export const workerQueues: Rule = (subject) => {
  const alike = workerPlaces(subject).filter(
    ({ path, own }) => own.queues === undefined && ownWords({ path, value: own }).length === 0,
  );
  if (alike.length < 2) return [];
  const names = alike.map(({ title }) => title.replace(/^worker /, '')).join(', ');
  const message = `the workers ${names} name no queues, so all consume the same: give each its \`queues\``;
  return [finding('MP-WORKER-QUEUES', ['spec', 'workers'], message)];
};
