import type { JudgedPost } from '../core/report.ts';
import { clip } from './cells.ts';
import type { Mask } from './mask.ts';
import { visibleMasked } from './mask.ts';
import type { Paint } from './options.ts';
import { timeInWords } from './when.ts';
import { withRight } from './wrap.ts';

type Titled = Pick<JudgedPost, 'post' | 'at'>;

/** When it goes out, in words. */
export const timeOf = ({ post, at }: Titled): string => {
  if (at === null) return 'not scheduled yet';
  return `${timeInWords(at)}${post.at.kind === 'now' ? ' (if posted now)' : ''}`;
};

/** `file › id`; a file that is one post is named once. */
export const nameOf = ({ post: { id, origin } }: Titled, mask: Mask): string => {
  const file = visibleMasked(origin.file, mask.inPath(origin.file));
  const isFile = id === '' || origin.file === id || origin.file.endsWith(`/${id}`);
  return isFile ? file : `${file} › ${visibleMasked(id, mask.inLabel(id))}`;
};

/** Which post is meant, and when it goes out. */
export const heading = (
  titled: Titled,
  mask: Mask,
  width: number,
  paint: Paint,
): readonly string[] => {
  const name = clip(nameOf(titled, mask), width - 1);
  // A name that a build would take for a command gets a dot before it.
  const room = name.startsWith('::') ? width - 1 : width;
  return withRight([name], timeOf(titled), room, [paint.bold, paint.dim]);
};
