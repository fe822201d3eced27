/** Kubernetes quantities, as numbers. Source: k8s.io/apimachinery/pkg/api/resource, the format of Quantity. */

const FACTORS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+))([eE][+-]?\d+|[numkMGTPE]|[KMGTPE]i)?$/;

/** The quantity as a number (cores, bytes, …), or undefined where the text is no quantity. */
export function parseQuantity(quantity: string | number): number | undefined {
  const [, digits, suffix = ''] = QUANTITY.exec(String(quantity)) ?? [];
  if (digits === undefined) return undefined;
  if (/^[eE]./.test(suffix)) return Number(digits + suffix);
  const factor = FACTORS[suffix];
  return factor === undefined ? undefined : Number(digits) * factor;
}
