/** The port of the app's pods that people come in by. */
import { APP_PORT_NAME } from '../../stack/probes.ts';
import type { App } from '../../stack/stack.ts';

/** The sidecar's where one serves: by number, since what looks up a port's name may pass over a sidecar's. */
export function entryPort({ staticFiles }: App): number | string {
  return staticFiles?.nginx?.port ?? APP_PORT_NAME;
}
