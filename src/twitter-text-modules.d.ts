/** Single modules of twitter-text: its index loads all of them, which takes twice as long. */
declare module 'twitter-text/dist/configs.js' {
  import type { ParseTweetOptions } from 'twitter-text';
  const configs: { readonly defaults: ParseTweetOptions };
  export default configs;
}
declare module 'twitter-text/dist/extractHashtagsWithIndices.js' {
  import type { HashtagWithIndices } from 'twitter-text';
  const extract: (text: string, options: { checkUrlOverlap: boolean }) => HashtagWithIndices[];
  export default extract;
}
declare module 'twitter-text/dist/extractMentionsOrListsWithIndices.js' {
  export { extractMentionsOrListsWithIndices as default } from 'twitter-text';
}
declare module 'twitter-text/dist/extractUrlsWithIndices.js' {
  export { extractUrlsWithIndices as default } from 'twitter-text';
}
declare module 'twitter-text/dist/parseTweet.js' {
  export { parseTweet as default } from 'twitter-text';
}
