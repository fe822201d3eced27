/** Pod and container security. */

/** What the pods may do on their node: a profile, and what to change of it. */
export interface Security {
  /**
   * `restricted`: non-root, no privilege escalation, no capabilities, the runtime's seccomp profile, a read-only root file
   * system. `baseline`: no privilege escalation, the runtime's seccomp profile; any user, a writable root. `none`: only
   * what the other fields ask for.
   * @default "restricted"
   * @example baseline
   */
  profile?: 'restricted' | 'baseline' | 'none';
  /**
   * Numeric user the containers run as.
   * @defaultText restricted: 1000 (redis: 999); else the image's
   * @example 10001
   * @minimum 0
   * @asType integer
   */
  runAsUser?: number;
  /**
   * Numeric group the containers run as.
   * @defaultText restricted: 1000 (redis: 999); else the image's
   * @example 10001
   * @minimum 0
   * @asType integer
   */
  runAsGroup?: number;
  /**
   * Group that owns the volumes.
   * @defaultText restricted: 1000 (redis: 999); else none
   * @example 10001
   * @minimum 0
   * @asType integer
   */
  fsGroup?: number;
  /**
   * Whether the root file system is read-only. `/tmp` stays writable.
   * @defaultText restricted: true; else false
   * @example false
   */
  readOnlyRootFilesystem?: boolean;
  /**
   * Directories that stay writable beside `/tmp`: each pod's own, empty at its start, gone at its end.
   * @default []
   * @example [/app/var]
   * @listType set
   */
  writablePaths?: string[];
}
