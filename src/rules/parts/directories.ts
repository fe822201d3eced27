/** Which paths of a container are on volumes. */
import { SCHEDULE_DIRECTORY } from '../../stack/beat.ts';
import type { Beat } from '../../stack/stack.ts';
import { writableDirectories } from '../../stack/writable.ts';

/** Whether the path is below a directory of beat's pod that a volume is mounted at, for writing. */
export function isOnVolume(beat: Beat, path: string): boolean {
  const directories = [
    ...writableDirectories(beat).map((directory) => directory.path),
    ...beat.volumeMounts.flatMap(({ mountPath, readOnly }) => (readOnly ? [] : [mountPath])),
    ...(beat.storage === undefined ? [] : [SCHEDULE_DIRECTORY]),
  ];
  return directories.some((directory) => path.startsWith(`${directory.replace(/\/+$/, '')}/`));
}
