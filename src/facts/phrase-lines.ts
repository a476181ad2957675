/** Data files: one entry a line; `#` starts a comment line. */
export const entries = (list: string): readonly string[] =>
  list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** A line of a list and the heading that it stands under. */
export interface Line {
  readonly heading: string;
  readonly text: string;
}

export type Step = (key: string) => boolean;

/** `gap`: up to four words of the sentence; `end`: the sentence ends here. */
export type Token =
  | { readonly is: 'word'; readonly step: Step; readonly choices: readonly string[] }
  | { readonly is: 'gap' }
  | { readonly is: 'end' };

/** One way to say a line. */
export interface Pattern {
  readonly opensSentence: boolean;
  readonly first: Step;
  /** What follows the first word. */
  readonly tokens: readonly Token[];
}

/** Reads the lines of phrase lists; groups of words are shared by all of them. */
export interface LineReader {
  /** The words, `pre*` and `$groups` that a line may begin with. */
  firstChoices(line: string): readonly string[];
  /** The words of each group. */
  groups(): ReadonlyMap<string, readonly string[]>;
  patterns(line: string): readonly Pattern[];
}

const GROUP_LINE = /^(\$[\w-]+) =(.*)$/u;

/** `$people = parents families`: whole words that a line may name together. */
export const isGroupLine = (line: string): boolean => line.startsWith('$') && GROUP_LINE.test(line);

const groupsOf = (lines: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, readonly string[]>();
  for (const line of lines) {
    const [, name, members] = GROUP_LINE.exec(line)!;
    const known = groups.get(name!) ?? [];
    groups.set(name!, [...known, ...members!.toLowerCase().trim().split(/\s+/u)]);
  }
  return groups;
};

const stepOf = (choices: readonly string[]): Step => {
  if (choices.includes('*')) return () => true;
  const exact = new Set(choices.filter((choice) => !choice.endsWith('*')));
  const prefixes = choices
    .filter((choice) => choice.endsWith('*'))
    .map((choice) => choice.slice(0, -1));
  if (prefixes.length === 0) {
    const [only] = exact;
    return exact.size === 1 ? (key) => key === only : (key) => exact.has(key);
  }
  return (key) => exact.has(key) || prefixes.some((prefix) => key.startsWith(prefix));
};

/** `don't/do_not` is either `don't` or the two words `do not`. */
const spellWord = (word: string): readonly (readonly string[])[] => {
  if (!word.includes('_')) return [[word]];
  const choices = word.split('/');
  const single = choices.filter((choice) => !choice.includes('_'));
  const several = choices.filter((choice) => choice.includes('_'));
  return [
    ...(single.length > 0 ? [[single.join('/')]] : []),
    ...several.map((choice) => choice.split('_')),
  ];
};

const isOptional = (word: string): boolean => word.length > 1 && word.endsWith('?');

/** `the our? uniform` stands for `the uniform` and `the our uniform`. */
const spell = (line: string): readonly (readonly string[])[] =>
  line.split(/\s+/u).reduce<readonly (readonly string[])[]>(
    (spelt, word) => {
      const ways = spellWord(isOptional(word) ? word.slice(0, -1) : word);
      return spelt.flatMap((before) => [
        ...(isOptional(word) ? [before] : []),
        ...ways.map((way) => [...before, ...way]),
      ]);
    },
    [[]],
  );

export const lineReader = (groupLines: () => readonly string[]): LineReader => {
  let stated: ReturnType<typeof groupsOf> | undefined;
  const groups = () => (stated ??= groupsOf(groupLines()));
  const tokens = new Map<string, Token>();

  const choicesOf = (word: string): readonly string[] =>
    word.split('/').flatMap((choice) => {
      if (!choice.startsWith('$')) return [choice];
      const members = groups().get(choice);
      if (!members) throw new Error(`no group of words is called ${choice}`);
      return members;
    });

  const readToken = (word: string): Token => {
    if (word === '~') return { is: 'gap' };
    if (word === '.') return { is: 'end' };
    const choices = choicesOf(word);
    return { is: 'word', choices, step: stepOf(choices) };
  };

  const tokenOf = (word: string): Token => {
    const known = tokens.get(word);
    if (known) return known;
    const token = readToken(word);
    tokens.set(word, token);
    return token;
  };

  const patternOf = (spelt: readonly string[]): Pattern[] => {
    const opensSentence = spelt[0] === '^';
    const [first, ...rest] = (opensSentence ? spelt.slice(1) : spelt).map(tokenOf);
    return first?.is === 'word' ? [{ opensSentence, first: first.step, tokens: rest }] : [];
  };

  return {
    groups,
    firstChoices(line) {
      const words = line.toLowerCase().split(/\s+/u, 4);
      const from = words[0] === '^' ? 1 : 0;
      const last = words.findIndex((word, at) => at >= from && !isOptional(word));
      return words
        .slice(from, last < 0 ? undefined : last + 1)
        .flatMap((word) => word.replace(/\?$/u, '').split('/'))
        .map((choice) => choice.replace(/_.*$/u, ''));
    },
    patterns: (line) => spell(line.toLowerCase()).flatMap(patternOf),
  };
};
