import { toJson } from './json.ts';
import type { Format } from './options.ts';
import type { Diagnostic } from './rdjson.ts';
import { diagnosticsOf, lastDiagnostics } from './rdjson.ts';
import { plain } from './sentences.ts';

/** For reviewdog, line by line: each line says by itself who found it. */
export const rdjsonl: Format = (head, options) => {
  const source = { name: plain(head.tool.name, 'policy-lint') };
  const written = (diagnostics: readonly Diagnostic[]): string =>
    diagnostics.map((diagnostic) => `${toJson({ ...diagnostic, source })}\n`).join('');
  return {
    post: (judged) => written(diagnosticsOf(judged, head, options)),
    end: (tail) => written(lastDiagnostics(tail)),
  };
};
