/** What tells a MoneyPositive from other objects. */

export const API_GROUP = 'moneypositive.coop';
export const API_VERSION = 'moneypositive.coop/v1alpha1';
export const KIND = 'MoneyPositive';
