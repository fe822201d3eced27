/** Tells a ResourceList from a stream of manifests, where it can without parsing what will be parsed again. */
import { isKubernetesObject } from '../../k8s/object.ts';
import { readStream } from '../../yaml/stream.ts';

const API = /^config\.kubernetes\.io\//;

/** The lines that kpt and kustomize write. What looks like them inside of something else is indented. */
const API_LINE = /^apiVersion[ \t]*:[ \t]+(["']?)config\.kubernetes\.io\/\w+\1[ \t]*(?:#.*)?\r?$/m;
const KIND_LINE = /^kind[ \t]*:[ \t]+(["']?)ResourceList\1[ \t]*(?:#.*)?\r?$/m;

/** Whether the first document that is not just comments is a ResourceList, as YAML of any style or as JSON. */
export function isResourceList(text: string): boolean {
  // Most streams say it nowhere.
  if (!text.includes('ResourceList') || !text.includes('config.kubernetes.io/')) return false;
  for (const document of readStream(text)) {
    if (API_LINE.test(document.text) && KIND_LINE.test(document.text)) return true;
    const { value } = document;
    if (value === undefined || value === null) continue;
    return isKubernetesObject(value) && value.kind === 'ResourceList' && API.test(value.apiVersion);
  }
  return false;
}
