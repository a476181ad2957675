import type { GenericSchema } from 'valibot';

/** What a policy needs to know of what it may ask, by name. */
export interface Catalogue {
  readonly checks: ReadonlyMap<
    string,
    { readonly params: GenericSchema; readonly tells: readonly string[] }
  >;
  readonly audits: ReadonlyMap<string, { readonly params: GenericSchema; readonly about: string }>;
}
