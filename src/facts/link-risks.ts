import type { Span } from '../core/span.ts';
import type { Detector, Document, Part } from '../document/document.ts';
import executables from './data/executables.txt?raw';
import shorteners from './data/shorteners.txt?raw';
import trusted from './data/trusted-domains.txt?raw';
import { links } from './links.ts';
import { isLookAlikeHost, namesInAddresses } from './look-alike-host.ts';
import { readSections } from './sections.ts';
import type { WebAddress } from './web-address.ts';
import { domainsOf, readAddress } from './web-address.ts';
import { wordSet } from './word-set.ts';

export type LinkRisk =
  'executable' | 'look-alike' | 'ip' | 'shortener' | 'http' | 'unknown-file' | 'unknown';

/** A link or an attached file, and all that speaks against it; the span counts the part’s folded text. */
export interface RiskyLink {
  readonly part: Part;
  readonly span: Span;
  readonly host: string;
  readonly risks: ReadonlySet<LinkRisk>;
}

const isExecutable = wordSet(executables);
const isTrusted = wordSet(trusted);

let services: ReadonlyMap<string, readonly string[]> | undefined;
const shortenersUnder = (heading: string): readonly string[] =>
  (services ??= readSections(shorteners)).get(heading) ?? [];

/** Packed files bear the name of what is in them: `setup.exe.zip`. */
const ENDING = /\.(?<ending>[a-z\d]+)(?:\.(?:zip|rar|7z|gz))?$/iu;
const DOCUMENT = /\.(?:zip|rar|7z|gz|tar|docx?|xlsx?|pptx?|pdf|rtf|odt|csv|epub|mp3|mp4)$/iu;
const LONGEST_NAME = 200;

const runs = (name: string): boolean => {
  const ending = ENDING.exec(name.slice(-LONGEST_NAME))?.groups?.['ending'];
  return ending !== undefined && isExecutable(ending.toLowerCase());
};

/** Names of the files that an address leads to: the last step of its path, and what its query names. */
const filesOf = ({ path, query }: WebAddress): readonly string[] => {
  const steps = path
    .replace(/%2e/giu, '.')
    .split('/')
    .filter((step) => step !== '');
  const last = steps.at(-1) === 'download' ? steps.at(-2) : steps.at(-1);
  const named = query
    .replace(/%2e/giu, '.')
    .split('&')
    .map((value) => value.slice(value.search(/=/u) + 1));
  return [last ?? '', ...named];
};

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/u;
const isIp = (host: string): boolean =>
  IPV4.test(host) || host.startsWith('[') || /^(?:0x[\da-f]+|\d{8,10})$/u.test(host);

/** `9dKz`: capitals and small letters, or digits inside, as no word has them. */
const isOpaque = (code: string): boolean =>
  /^[\w-]{3,12}$/u.test(code) &&
  (/[a-z][A-Z]|[A-Z][a-z]+[A-Z\d]|\d[a-z]+[A-Z]|[A-Z]\d/u.test(code) ||
    /[A-Za-z]\d+[A-Za-z]+\d|\d[A-Za-z]+\d+[A-Za-z]/u.test(code));

/** A short domain of a few letters with a code that tells nothing. */
const SHORT_LABEL = /^(?!pics?$)[a-z\d]{1,4}$/u;

const isShortener = ({ host, path }: WebAddress): boolean => {
  if (path.length < 2) return false;
  if (domainsOf(host).some((domain) => shortenersUnder('domain').includes(domain))) return true;
  const labels = host.split('.');
  if (labels.length !== 2) return false;
  const [label = ''] = labels;
  const isOneStep = /^\/[^/]+\/?$/u.test(path);
  if (!isOneStep) return false;
  if (shortenersUnder('label').includes(label)) return true;
  return SHORT_LABEL.test(label) && isOpaque(path.replaceAll('/', ''));
};

/** Letters of other alphabets, which the folded text shows as what they look like. */
const isTypedOtherwise = (part: Part, span: Span, host: string): boolean => {
  const { start, end } = part.toSource(span);
  const typed = part.source.slice(start, end).toLowerCase();
  return !typed.replace(/\p{Default_Ignorable_Code_Point}/gu, '').includes(host);
};

const isOwn = (host: string, own: ReadonlySet<string>): boolean =>
  host.split('.').some((label) => own.has(label));

const SKIPPED = new Set(['mailto', 'tel']);

const risksOf = (
  part: Part,
  span: Span,
  address: WebAddress,
  own: ReadonlySet<string>,
): Set<LinkRisk> => {
  const { host, scheme, user } = address;
  const risks = new Set<LinkRisk>();
  const files = filesOf(address);
  if (files.some(runs)) risks.add('executable');
  if (isIp(host)) risks.add('ip');
  else if (!domainsOf(host).some(isTrusted)) {
    if (isShortener(address)) risks.add('shortener');
    if (user?.includes('.') || isTypedOtherwise(part, span, host) || isLookAlikeHost(host, own)) {
      risks.add('look-alike');
    }
    if (scheme === 'http') risks.add('http');
    if (!isOwn(host, own) || risks.has('look-alike')) {
      risks.add('unknown');
      if (files.some((name) => DOCUMENT.test(name))) risks.add('unknown-file');
    }
  }
  return risks;
};

/** X links no bare numbers; people who copy them from a browser’s bar post them. */
const BARE_IP = /(?<![\w./@-])\d{1,3}(?:\.\d{1,3}){3}(?::\d{2,5})?\/[^\s<>"]*/gu;

const bareIps = (part: Part): { part: Part; span: Span; url: string }[] =>
  /\d\.\d{1,3}\.\d/u.test(part.text)
    ? [...part.text.matchAll(BARE_IP)].map(({ 0: url, index }) => ({
        part,
        span: { start: index, end: index + url.length },
        url,
      }))
    : [];

const attached = ({ parts }: Document): RiskyLink[] =>
  parts
    .filter(({ name, text }) => name.endsWith('.file') && runs(text))
    .map((part) => ({
      part,
      span: { start: 0, end: part.text.length },
      host: '',
      risks: new Set(['executable']),
    }));

/** Every link of the post with what speaks against it, and attached files that run. */
export const linkRisks: Detector<RiskyLink> = (document) => {
  const all = [...document.facts(links), ...bareIps(document.body)];
  if (all.length === 0) return attached(document);
  const own = namesInAddresses(document.school);
  const linked = all.flatMap(({ part, span, url }): RiskyLink[] => {
    const address = readAddress(url);
    if (!address || SKIPPED.has(address.scheme ?? '')) return [];
    const { host } = address;
    return [{ part, span, host, risks: risksOf(part, span, address, own) }];
  });
  return [...linked, ...attached(document)];
};
