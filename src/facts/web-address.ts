/** A web address in its pieces, as written but for the host. */
export interface WebAddress {
  readonly scheme?: string;
  /** What stands before an `@` in front of the host: a name that only looks like one. */
  readonly user?: string;
  /** In lower case, without `www.` and a closing full stop. */
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

/** https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4 */
const LONGEST_HOST = 253;

const ADDRESS =
  /^(?:(?<scheme>[a-z][a-z\d+.-]*):\/\/)?(?:(?<user>[^/?#@\s]*)@)?(?<host>\[[^\]]*\]|[^/?#:\s]+)(?::\d*)?(?<path>\/[^?#\s]*)?(?:\?(?<query>[^#\s]*))?/iu;

/** Undefined where there is no host. */
export const readAddress = (url: string): WebAddress | undefined => {
  const { scheme, user, host, path = '', query = '' } = ADDRESS.exec(url)?.groups ?? {};
  if (host === undefined) return undefined;
  return {
    ...(scheme !== undefined && { scheme: scheme.toLowerCase() }),
    ...(user !== undefined && { user }),
    host: host
      .slice(-LONGEST_HOST)
      .toLowerCase()
      .replace(/^www\.|\.$/gu, ''),
    path,
    query,
  };
};

/** Whether a host is a domain or lies below it. */
export const isUnder = (host: string, domain: string): boolean =>
  host === domain || host.endsWith(`.${domain}`);

/** The host and every domain that it lies below, the longest first. */
export const domainsOf = (host: string): readonly string[] => {
  const labels = host.split('.');
  return labels.map((_, at) => labels.slice(at).join('.'));
};
