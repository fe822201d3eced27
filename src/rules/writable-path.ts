/** A writable directory is a mount: absolute, and neither the root, which would hide the image, nor a directory of ours. */
import type { FieldPath, Finding } from '../results.ts';
import { generatedVolumes } from './parts/generated.ts';
import { type Pod, pods } from './parts/pods.ts';
import { repeated, type Sited, sited } from './parts/sited.ts';
import { levels } from './parts/written.ts';
import { finding, once, type Rule, type Subject } from './rule.ts';

export const writablePath: Rule = (subject) => [...noDirectories(subject), ...takenDirectories(subject)];

function noDirectories({ object }: Subject): readonly Finding[] {
  const message =
    'not a directory to mount at: write an absolute path without `..` and `:`, below the root, such as `/app/var`';
  return levels(object)
    .flatMap(({ path, value }) => sited(listIn(path), value.security?.writablePaths))
    .filter(({ value }) => !isDirectory(value))
    .map(({ path }) => finding('MP-WRITABLE-PATH', path, message));
}

function isDirectory(path: string): boolean {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return path.startsWith('/') && parts.length > 0 && !parts.includes('..') && !path.includes(':');
}

/** Where a generated volume is mounted already: the scripts, the schedule of beat, the data of Redis. */
function takenDirectories(subject: Subject): readonly Finding[] {
  const message = 'a generated volume is mounted here already: choose another path, or leave it out';
  return once(
    pods(subject).flatMap((pod) => {
      const mounts = generatedVolumes(subject.stack, pod.component).map(({ path }) => ({
        path: [],
        value: path,
      }));
      const taken = repeated(mounts, (path) => path).map(({ value }) => value);
      return writablePaths(pod, subject)
        .filter(({ value }) => taken.includes(value))
        .map(({ path }) => finding('MP-WRITABLE-PATH', path, message));
    }),
  );
}

/** A component's own list replaces that of `spec`. */
function writablePaths({ path, own }: Pod, { object }: Subject): readonly Sited<string>[] {
  const ownList = own.security?.writablePaths;
  return ownList === undefined
    ? sited(listIn(['spec']), object.spec.security?.writablePaths)
    : sited(listIn(path), ownList);
}

function listIn(path: FieldPath): FieldPath {
  return [...path, 'security', 'writablePaths'];
}
