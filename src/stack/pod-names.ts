/** What generated pods have under names of their own; a user's container, volume or mount must not take them. */

/** Init container that waits for the release, in app, workers and beat. */
export const GATE_CONTAINER = 'gate';

/** The init Job's own container; its init containers are the steps. */
export const RECORD_CONTAINER = 'record';

/** The scripts of the init Job and the gate. */
export const SCRIPTS_VOLUME = 'moneypositive-scripts';
export const SCRIPTS_DIRECTORY = '/opt/moneypositive';

/** The schedule of beat's file scheduler. Its directory is in `beat.ts`, where its default command is. */
export const SCHEDULE_VOLUME = 'schedule';

/** The app's static files: what collects them, where they are kept, and what may serve them. */
export const COLLECT_CONTAINER = 'collectstatic';
export const STATIC_VOLUME = 'static';
export const NGINX_CONTAINER = 'nginx';

/** Uploads. */
export const MEDIA_VOLUME = 'media';

/** Redis' data, where the images keep it. */
export const DATA_VOLUME = 'data';
export const DATA_DIRECTORY = '/data';
