/** Tags that schedulers’ editors write; `1 < 2` and `<3` are none. */
const TAG = /<\/?(?:p|div|br|strong|em|a|span|u|ul|ol|li|h[1-3])(?:\s[^<>]*)?\/?>/iu;

/** Whether a text is HTML rather than plain words with a `<` among them. */
export const isMarkup = (text: string): boolean => text.includes('<') && TAG.test(text);
