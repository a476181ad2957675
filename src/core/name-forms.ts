/** How a name may be written, and what a teacher calls that. */
export const FORM_WORDS = {
  given: 'first name',
  full: 'full name',
  surname: 'surname',
  titled: 'name with a title',
  initials: 'initials',
  nickname: 'nickname',
  hashtag: 'name in a hashtag',
  handle: 'name in a handle',
  url: 'name in a web or e-mail address',
  file: 'name in a file name',
} as const;
export type NameForm = keyof typeof FORM_WORDS;
