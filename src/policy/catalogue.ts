import type { GenericSchema } from 'valibot';

/** What a policy needs to know of the checks it may ask, by name. */
export type Catalogue = ReadonlyMap<
  string,
  { readonly params: GenericSchema; readonly tells: readonly string[] }
>;
