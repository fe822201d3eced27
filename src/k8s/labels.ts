/** Labels that more than one stage reads. Source: Kubernetes, Recommended Labels. */

export const NAME_LABEL = 'app.kubernetes.io/name';
export const INSTANCE_LABEL = 'app.kubernetes.io/instance';
export const COMPONENT_LABEL = 'app.kubernetes.io/component';
export const VERSION_LABEL = 'app.kubernetes.io/version';
export const MANAGED_BY_LABEL = 'app.kubernetes.io/managed-by';

/** Component of the ConfigMap with the scripts. */
export const SCRIPTS_COMPONENT = 'scripts';

/** Component of the init Job. */
export const INIT_COMPONENT = 'init';

/** Component of the claim for uploads. */
export const MEDIA_COMPONENT = 'media';
