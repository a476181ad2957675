import { visible } from './cells.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text for an element or a quoted attribute of XML or HTML: none of it is markup, and what XML
 * forbids (controls, halves of a code point) is shown by something visible.
 */
export const escapeXml = (text: string): string =>
  visible(text).replace(/[&<>"']/gu, (sign) => ENTITIES[sign]!);

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** The opening tag; attributes that are undefined are left out. */
export const opening = (name: string, attributes: Attributes = {}): string => {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeXml(String(value))}"`,
  );
  return `<${name}${written.join('')}>`;
};

/** An element; `children` are markup already. Without any it closes itself. */
export const element = (
  name: string,
  attributes: Attributes,
  children: readonly string[] = [],
): string => {
  const tag = opening(name, attributes);
  return children.length === 0 ? `${tag.slice(0, -1)}/>` : `${tag}${children.join('')}</${name}>`;
};

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
