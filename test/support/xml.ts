import { readFileSync } from 'node:fs';
import { parseDocument } from 'htmlparser2';
import { validateXML } from 'xmllint-wasm';

/** What is wrong with XML documents by a schema of `test/schemas`, a line each. */
export const mistakesIn = async (
  documents: readonly string[],
  schema: string,
): Promise<readonly string[]> => {
  const url = new URL(`../schemas/${schema}`, import.meta.url);
  const { errors } = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: [{ fileName: schema, contents: readFileSync(url, 'utf8') }],
  });
  return errors.map(({ rawMessage }) => rawMessage);
};

/** An element with its attributes and the text in it. */
export interface Seen {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Seen[];
}

type Node = ReturnType<typeof parseDocument>['children'][number];

const textIn = (node: Node): string => {
  if (node.type === 'text') return node.data;
  return 'children' in node ? node.children.map(textIn).join('') : '';
};

const elementsIn = (nodes: readonly Node[]): readonly Seen[] =>
  nodes.flatMap((node) =>
    node.type === 'tag' || node.type === 'style' || node.type === 'script'
      ? [
          {
            name: node.name,
            attributes: node.attribs,
            text: textIn(node),
            children: elementsIn(node.children),
          },
        ]
      : [],
  );

/** The elements of a document as a reader of XML, or a browser, takes them. */
export const parseElements = (written: string, language: 'xml' | 'html'): readonly Seen[] =>
  elementsIn(parseDocument(written, { xmlMode: language === 'xml' }).children);

/** An element and all in it, outermost first. */
export const withDescendants = (seen: Seen): readonly Seen[] => [
  seen,
  ...seen.children.flatMap(withDescendants),
];
