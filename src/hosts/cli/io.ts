/** What the command line does to the world outside, and nothing else does. Tests hand in another one. */

export interface GitResult {
  readonly exitCode: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** Failures are thrown as Node's own system errors (`code`, `path`): they count as wrong usage, not as defects. */
export interface Io {
  /** Whether a person sits at stdin: then nothing will come from it, and waiting would look like hanging. */
  readonly stdinIsTerminal: () => boolean;
  /** All of stdin. */
  readonly readStdin: () => Promise<Uint8Array>;
  readonly readFile: (path: string) => Uint8Array;
  /** What is at a path, links followed; undefined where there is nothing, or a link to nothing. */
  readonly entryType: (path: string) => 'file' | 'folder' | undefined;
  /** The names in a folder, in any order. */
  readonly listFolder: (path: string) => readonly string[];
  /** Makes a folder and those above it; a folder that is there already is fine. */
  readonly makeFolder: (path: string) => void;
  readonly writeFile: (path: string, text: string) => void;
  readonly removeFile: (path: string) => void;
  /** Runs the program `git` to its end, with nothing on stdin; undefined where there is no such program. */
  readonly runGit: (args: readonly string[]) => GitResult | undefined;
  /** Whether a stack trace is wanted where there is a defect (MONEYPOSITIVE_DEBUG). */
  readonly debug: boolean;
}
