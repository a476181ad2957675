import { parse } from 'yaml';
import type { AuditContext } from '../../src/audits/audit.ts';
import type { ArchiveAccount } from '../../src/core/archive.ts';
import type { AuditAnswer } from '../../src/core/audit.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Policy } from '../../src/core/policy.ts';
import type { Published } from '../../src/core/post.ts';
import type { JudgedPost } from '../../src/core/report.ts';
import type { Comment, School } from '../../src/core/school.ts';
import type { Trace } from '../../src/core/trace.ts';
import { EXAMPLE_SCHOOL } from '../../src/engine/example-school.ts';
import { parseTime } from '../../src/time/parse.ts';
import { periodOf } from '../../src/time/period.ts';

const TIMEZONE = 'Europe/London';

type Answer = Pick<AuditAnswer, 'status' | 'told' | 'count'> & {
  readonly items: readonly string[];
};

/** One `archive` block of an audit’s page with the `answer` block behind it. */
export interface AuditExample {
  readonly heading: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly context: AuditContext;
  readonly posts: readonly JudgedPost[];
  readonly answer: Answer;
}

interface AuditPage {
  readonly title: string;
  readonly headings: readonly string[];
  readonly examples: readonly AuditExample[];
}

/** A post as a page writes it. */
interface PagePost extends Omit<Partial<Trace>, 'published'> {
  readonly id?: string;
  readonly at?: string;
  readonly published?: Partial<Published> & { readonly answered?: string };
  readonly author?: string;
  readonly account?: string;
  /** Ids of rules of the page’s policy that it breaks, as errors. */
  readonly broke?: readonly string[];
}

/** What a page says of an archive; times are local, as everywhere else. */
interface Archive {
  readonly policy?: Partial<Policy>;
  readonly beside?: readonly Partial<Policy>[];
  readonly account?: Omit<ArchiveAccount, 'profile'> & {
    readonly profile?: ArchiveAccount['profile'] & { readonly created?: string };
    readonly exported?: string;
  };
  readonly school?: Omit<Partial<School>, 'comments'> & {
    readonly comments?: readonly (Comment & { readonly at?: string })[];
  };
  readonly posts?: readonly PagePost[];
  readonly from?: string;
  readonly to?: string;
  readonly now?: string;
}

export const instant = (written: string): number => {
  const time = parseTime(written, TIMEZONE);
  if ('error' in time) throw new Error(`${written}: ${time.error}`);
  return time.epochMs;
};

const policyOf = (told: Partial<Policy> = {}): Policy => ({
  file: 'policy.yaml',
  info: { id: 'oakfield', title: 'Posting at Oakfield' },
  timezone: TIMEZONE,
  clauses: [],
  rules: [],
  audits: [],
  questions: [],
  off: [],
  ...told,
});

const findingOf = (rule: string): Finding => ({
  rule: `oakfield/${rule}`,
  concept: rule,
  severity: 'error',
  confidence: 'certain',
  message: 'This breaks a rule.',
  where: 'text',
  range: null,
  evidence: [],
  citation: { policy: 'oakfield', section: '', clause: '1', requires: '' },
  also: [],
  suggestions: [],
});

export const judgedOf = (told: PagePost, index: number): JudgedPost => {
  const { id = String(index + 1), at, published, author, account, broke = [], ...trace } = told;
  const { answered, ...known } = published ?? {};
  return {
    post: {
      id,
      text: '',
      origin: { file: 'tweets.js', line: index + 1, record: index + 1 },
      at: at === undefined ? { kind: 'unscheduled' } : { kind: 'instant', epochMs: instant(at) },
      media: [],
      ...(author !== undefined && { author }),
      ...(account !== undefined && { account }),
    },
    fingerprint: '',
    at: at === undefined ? null : new Date(instant(at)).toISOString(),
    findings: broke.map(findingOf),
    waived: [],
    known: [],
    unchecked: [],
    names: [],
    trace: {
      purpose: 'other',
      isReply: false,
      mentions: [],
      details: [],
      isSchoolTalk: false,
      excused: [],
      ...trace,
      published: {
        kind: 'own',
        ...known,
        ...(answered !== undefined && { answeredMs: instant(answered) }),
      },
    },
  };
};

const accountOf = ({ profile, exported, ...told }: NonNullable<Archive['account']>) => {
  const { created, ...shown } = profile ?? {};
  return {
    ...told,
    profile: { ...shown, ...(created !== undefined && { createdMs: instant(created) }) },
    ...(exported !== undefined && { exportedMs: instant(exported) }),
  };
};

export const contextOf = (archive: Archive): AuditContext => {
  const { policy, beside = [], account, school = {}, now = '2026-01-05T09:00' } = archive;
  const { from = '2025-09-03', to = '2025-12-19' } = archive;
  const own = policyOf(policy);
  const comments = school.comments?.map(({ at, ...comment }) => ({
    ...comment,
    ...(at !== undefined && { atMs: instant(at) }),
  }));
  return {
    policy: own,
    policies: [own, ...beside.map(policyOf)],
    school: { ...EXAMPLE_SCHOOL, ...school, ...(comments && { comments }) },
    ...(account && { account: accountOf({ ...account, file: 'x.zip', format: 'X archive' }) }),
    period: periodOf('Autumn term 2025', { from, to }, TIMEZONE),
    nowMs: instant(now),
    timezone: TIMEZONE,
  };
};

const answerOf = (written: string): Answer => {
  const [first = '', ...lines] = written.trimEnd().split('\n');
  const colon = first.indexOf(': ');
  const items = lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2));
  const more = lines.find((line) => /^\(\d+\)$/u.test(line));
  return {
    status: first.slice(0, colon) as Answer['status'],
    told: first.slice(colon + 2),
    items,
    count: more === undefined ? items.length : Number(more.slice(1, -1)),
  };
};

/**
 * Reads an audit’s page. A `yaml` block sets the parameters of what follows. An `archive` block is what
 * is known, in YAML, beside an invented school; the `answer` block behind it is what the audit says:
 * status and sentence, then an item a line, and in brackets how many there are where that is another
 * number.
 */
export const readAuditPage = (markdown: string): AuditPage => {
  const examples: AuditExample[] = [];
  const headings: string[] = [];
  let title = '';
  let params: AuditExample['params'] = {};
  let archive: Archive | undefined;
  const blocks = markdown.matchAll(/^(#{1,2}) (.+)$|^```(\w+)\n([\s\S]*?)^```$/gmu);
  for (const [, hashes, heading, language, body = ''] of blocks) {
    if (hashes === '#') title = heading!;
    else if (hashes) headings.push(heading!);
    else if (language === 'yaml') params = (parse(body) ?? {}) as AuditExample['params'];
    else if (language === 'archive') archive = (parse(body) ?? {}) as Archive;
    else if (language === 'answer') {
      if (!archive) throw new Error(`${title}: an answer without an archive`);
      examples.push({
        heading: headings.at(-1) ?? '',
        params,
        context: contextOf(archive),
        posts: (archive.posts ?? []).map(judgedOf),
        answer: answerOf(body),
      });
      archive = undefined;
    }
  }
  return { title, headings, examples };
};
