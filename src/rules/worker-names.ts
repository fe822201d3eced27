/** A worker's key is part of names and the value of a label. */
import { isDnsLabel } from '../k8s/names.ts';
import { sitedEntries } from './parts/sited.ts';
import { finding, type Rule } from './rule.ts';

export const workerName: Rule = ({ object }) =>
  sitedEntries(['spec', 'workers'], object.spec.workers)
    .filter(({ key }) => !isDnsLabel(key))
    .map(({ path }) =>
      finding(
        'MP-WORKER-NAME',
        path,
        "a worker's name is a DNS-1123 label: lower-case letters, digits and dashes, at most 63 characters",
      ),
    );
