import type { Finding, Suggestion } from '../core/finding.ts';
import type { JudgedPost } from '../core/report.ts';
import { partOfFinding, textOfPart } from '../core/parts.ts';
import type { PolicyInfo } from '../core/policy.ts';
import type { PartName } from '../core/span.ts';
import { visible } from './cells.ts';
import { diff } from './diff.ts';
import type { Mark } from './frame.ts';
import { frame } from './frame.ts';
import { suggestionKey, sureness } from './groups.ts';
import { LABELLED, indented, labelled, source } from './layout.ts';
import type { Mask } from './mask.ts';
import { visibleMasked } from './mask.ts';
import type { Paint } from './options.ts';
import { MOST_LINES, few, partInWords, sentence, unique } from './parts.ts';
import { startOf } from './place.ts';
import { isIsoTime, timeInWords } from './when.ts';
import { withRight, wrap } from './wrap.ts';

/** What a block needs to know of the post and of the run. */
export interface Setting {
  readonly judged: JudgedPost;
  readonly mask: Mask;
  readonly policies: readonly PolicyInfo[];
  readonly width: number;
  readonly paint: Paint;
  /** Suggestions that settle every finding of the post. */
  readonly settlesAll: ReadonlySet<string>;
  /** Suggestions that a block above has shown. */
  readonly shown: Set<string>;
}

const shortName = (rule: string): string => visible(rule.slice(rule.indexOf('/') + 1));

/** The name that `policy-lint explain` takes; without the policy where there is only one. */
const ruleName = (rule: string, policies: readonly PolicyInfo[]): string =>
  policies.length === 1 ? shortName(rule) : visible(rule);

const header = (group: readonly Finding[], { width, paint }: Setting) => {
  const { severity, rule } = group[0]!;
  const isGuess = group.every(({ confidence }) => confidence === 'possible');
  const label = isGuess ? 'maybe' : severity;
  const column = label.length + 2;
  const messages = few(unique(group.map(({ message }) => message)));
  const lines = messages.flatMap((message) => wrap(message, width - column));
  const styles = [paint.bold, paint.dim] as const;
  const [first = '', ...rest] = withRight(lines, shortName(rule), width - column, styles);
  return [`${paint[isGuess ? 'info' : severity](label)}  ${first}`, ...indented(rest, column)];
};

const markOf = ({ severity, confidence, range }: Finding): Mark[] =>
  range ? [{ ...range, severity, isGuess: confidence === 'possible' }] : [];

/** `file:line:column` where the file holds the text as it is, which an editor can follow. */
const titleOf = (part: PartName, first: Finding, { judged, mask }: Setting): string => {
  const { file, textLine } = judged.post.origin;
  const shown = visibleMasked(file, mask.inLabel(file));
  const isExact = part === 'text' && textLine !== undefined;
  const { line, column } = startOf(judged.post, isExact ? (first.range?.start ?? null) : null);
  return isExact ? `${shown}:${line}:${column}` : `${shown}:${line} · ${partInWords(part)}`;
};

/** More pictures than a post may carry. */
const MOST_PARTS = 8;

const frames = (group: readonly Finding[], setting: Setting): readonly string[] => {
  const { judged, mask, width, paint } = setting;
  const { post } = judged;
  const parts = unique(group.map(partOfFinding)).slice(0, MOST_PARTS);
  const subjects = parts.flatMap((part) => {
    const here = group.filter((finding) => partOfFinding(finding) === part);
    const marks = here.flatMap(markOf);
    const text = textOfPart(post, part);
    if (text === undefined || (part === 'text' && marks.length === 0)) return [];
    const isManyLines = part === 'text' && text.includes('\n');
    const firstNumber =
      part === 'text' ? (post.origin.textLine ?? (isManyLines ? 1 : undefined)) : undefined;
    const title = titleOf(part, here[0]!, setting);
    return [{ text, marks, masks: mask.inPart(part), title, firstNumber }];
  });
  return frame(subjects, width, paint);
};

const why = (group: readonly Finding[], room: number, paint: Paint): readonly string[] => {
  const reasons = few(
    unique(group.filter(({ evidence }) => evidence.length > 0).map((f) => f.evidence.join('; '))),
  );
  const told = reasons.flatMap((reason) => wrap(sentence(reason), room));
  return labelled('Why', [...told, ...sureness(group).flatMap((s) => wrap(s, room))], paint);
};

/** Clauses that repeat the one that is cited. */
const echoes = (group: readonly Finding[], room: number, paint: Paint): readonly string[] => {
  const cited = group[0]!.citation.clause;
  const clauses = unique(
    group.flatMap(({ also }) => also.map(({ citation }) => citation.clause)),
  ).filter((clause) => clause !== cited);
  if (clauses.length === 0) return [];
  return wrap(`The same is asked in ${clauses.map(visible).join(', ')}.`, room).map((line) =>
    paint.dim(line),
  );
};

const clause = (group: readonly Finding[], room: number, { policies, paint }: Setting) => {
  const { citation } = group[0]!;
  const asked = wrap(citation.requires, room);
  const cited = source(citation, policies, room, paint);
  return labelled('Policy', [...asked, ...cited, ...echoes(group, room, paint)], paint);
};

const changed = (finding: Finding, text: string, room: number, setting: Setting) => {
  const { judged, mask, paint } = setting;
  if (isIsoTime(text)) {
    const now = judged.at === null ? 'no time yet' : timeInWords(judged.at);
    return [paint.removed(`- ${now}`), paint.added(`+ ${timeInWords(text)}`)];
  }
  const part = partOfFinding(finding);
  const before = { text: textOfPart(judged.post, part) ?? '', masks: mask.inPart(part) };
  return diff(before, { text, masks: mask.inText(text) }, room, paint.removed, paint.added);
};

const offer = (finding: Finding, suggestion: Suggestion, room: number, setting: Setting) => {
  const { mask, paint, shown, settlesAll } = setting;
  const key = suggestionKey(finding, suggestion);
  if (shown.has(key)) return wrap('The change above settles this too.', room);
  shown.add(key);
  const title = visibleMasked(suggestion.title, mask.inText(suggestion.title));
  const found = settlesAll.has(key) ? 'checked again: clean' : 'checked again: settles this';
  // A machine chose the words: only a person can say whether they are true.
  const checked = isIsoTime(suggestion.text) ? found : `${found}; read it through yourself`;
  return [
    ...wrap(`${title}:`, room),
    ...changed(finding, suggestion.text, room, setting),
    ...wrap(checked, room).map((line) => paint.dim(line)),
  ];
};

/** One change for each way out; what the rule advises where there is none. */
const ways = (group: readonly Finding[], room: number, setting: Setting): readonly string[] => {
  const offers = new Map(
    group.flatMap((finding) =>
      finding.suggestions.map((one) => [suggestionKey(finding, one), [finding, one]] as const),
    ),
  );
  if (offers.size === 0) {
    const advice = few(unique(group.flatMap((finding) => finding.advice ?? [])));
    return labelled(
      'Try',
      advice.flatMap((line) => wrap(line, room)),
      setting.paint,
    );
  }
  return [...offers.values()]
    .slice(0, MOST_LINES)
    .flatMap(([finding, one], index) =>
      labelled(index === 0 ? 'Try' : 'Or', offer(finding, one, room, setting), setting.paint),
    );
};

/** What one rule found in one post: what, where, why, and what to do now. */
export const block = (group: readonly Finding[], setting: Setting): readonly string[] => {
  const { width, paint, policies } = setting;
  const room = width - LABELLED;
  const command = `policy-lint explain ${ruleName(group[0]!.rule, policies)}`;
  return [
    ...header(group, setting),
    ...frames(group, setting),
    ...why(group, room, paint),
    ...clause(group, room, setting),
    ...ways(group, room, setting),
    ...labelled(
      'More',
      wrap(command, room).map((line) => paint.dim(line)),
      paint,
    ),
  ];
};
