/** What is used of csv-parse; its own types would bring all of Node with them. */
export interface Options {
  readonly delimiter: string;
  readonly record_delimiter: readonly string[];
  readonly relax_column_count: boolean;
  readonly relax_quotes: boolean;
  readonly ltrim: boolean;
  readonly skip_empty_lines: boolean;
  readonly on_record: (
    cells: readonly string[],
    /** `bytes`: where the record ends in the UTF-8 of the text. */
    context: { readonly bytes: number },
  ) => null;
}

export declare const parse: (text: string, options: Options) => unknown;
