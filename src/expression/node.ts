/** What a place between two characters must be like; `edge-…`: no letter, digit or `_` beyond it. */
export type Border = 'start' | 'end' | 'word' | 'no-word' | 'edge-before' | 'edge-after';

export interface Repeat {
  readonly kind: 'repeat';
  readonly item: Node;
  readonly min: number;
  /** Infinity: as often as it likes. */
  readonly max: number;
  readonly isLazy: boolean;
  /** Offsets in the expression. */
  readonly start: number;
  readonly end: number;
}

/** A regular expression without groups that remember. */
export type Node =
  /** One character: a literal, an escape or a class, as it was written. */
  | { readonly kind: 'one'; readonly written: string }
  | { readonly kind: 'border'; readonly border: Border }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  /** Earlier options are tried first. */
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  | Repeat;

/** Why an expression is not taken, in words that follow a colon. */
export interface Refusal {
  readonly refused: string;
}

export const isRefusal = (read: object): read is Refusal => 'refused' in read;

/** Whether it may match without a character. */
export const isNullable = (node: Node): boolean => {
  switch (node.kind) {
    case 'one':
      return false;
    case 'border':
      return true;
    case 'sequence':
      return node.items.every(isNullable);
    case 'choice':
      return node.options.some(isNullable);
    case 'repeat':
      return node.min === 0 || isNullable(node.item);
  }
};

/** Every repeat in it, inner ones before those that hold them. */
export const repeatsIn = (node: Node): readonly Repeat[] => {
  switch (node.kind) {
    case 'one':
    case 'border':
      return [];
    case 'sequence':
      return node.items.flatMap(repeatsIn);
    case 'choice':
      return node.options.flatMap(repeatsIn);
    case 'repeat':
      return [...repeatsIn(node.item), node];
  }
};
