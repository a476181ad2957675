/** One word for bash, zsh and every other shell that follows POSIX. */
export const single = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** One word for fish, which knows two escapes between single quotes. */
export const fishWord = (text: string): string => `'${text.replace(/[\\']/gu, String.raw`\$&`)}'`;

/** One word for PowerShell, to which typographic quotes are quotes as well. */
export const powershellWord = (text: string): string =>
  `'${text.replace(/['\u2018\u2019\u201a\u201b]/gu, '$&$&')}'`;

/** A description inside a specification of zsh’s `_arguments` or `_describe`. */
export const zshText = (text: string): string => text.replace(/[\\[\]:]/gu, String.raw`\$&`);
