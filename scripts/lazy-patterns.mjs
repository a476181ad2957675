import { parseAst } from 'rolldown/parseAst';

/** Every node of a syntax tree. */
function* nodesIn(value) {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return;
  if (typeof value.type === 'string') yield value;
  for (const inner of Object.values(value)) yield* nodesIn(inner);
}

const isPatternOfLiteral = ({ type, callee, arguments: [only] = [] }) =>
  type === 'CallExpression' && callee.name === 'pattern' && only?.regex !== undefined;

/**
 * Writes `pattern({ source, flags })` for `pattern(/…/u)`: the engine reads every literal when a module
 * is loaded, 0.3 ms each where it names Unicode classes; a string costs nothing until it is used.
 */
export const lazyPatterns = {
  name: 'lazy-patterns',
  transform: {
    filter: { id: /[.]ts$/, code: 'pattern(' },
    handler(code) {
      let lazy = '';
      let done = 0;
      for (const node of nodesIn(parseAst(code, { lang: 'ts' }))) {
        if (!isPatternOfLiteral(node)) continue;
        const [{ start, end, regex }] = node.arguments;
        const written = JSON.stringify({ source: regex.pattern, flags: regex.flags });
        lazy += code.slice(done, start) + written;
        done = end;
      }
      return { code: lazy + code.slice(done), map: null };
    },
  },
};
