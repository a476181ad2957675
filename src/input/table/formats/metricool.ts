import type { HeadedFormat, Use } from '../format.ts';

const NETWORKS: Readonly<Record<string, Use>> = {
  facebook: 'network:facebook',
  twitterx: 'network:x',
  linkedin: 'network:linkedin',
  gbp: 'network:google',
  instagram: 'network:instagram',
  pinterest: 'network:pinterest',
  tiktok: 'network:tiktok',
  youtube: 'network:youtube',
  threads: 'network:threads',
  bluesky: 'network:bluesky',
};

const pictures = Array.from({ length: 10 }, (_, index) => index + 1);

export const METRICOOL: HeadedFormat = {
  name: 'metricool',
  title: 'Metricool',
  marks: [['pictureurl1'], ['twitterx', 'gbp'], ['firstcommenttext', 'brandname']],
  columns: {
    text: 'text',
    date: 'date',
    time: 'time',
    draft: null,
    ...NETWORKS,
    ...Object.fromEntries(pictures.map((number) => [`pictureurl${number}`, 'media'])),
    ...Object.fromEntries(pictures.map((number) => [`alttextpicture${number}`, 'alt'])),
    firstcommenttext: 'comments',
    brandname: null,
  },
  expected: { text: 'Text', at: 'Date' },
};
