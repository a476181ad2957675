import type { TableFormat } from '../format.ts';
import { AYRSHARE } from './ayrshare.ts';
import { BUFFER } from './buffer.ts';
import { FRIENDS_ME } from './friends-me.ts';
import { HIGHLEVEL } from './highlevel.ts';
import { HOOTSUITE } from './hootsuite.ts';
import { MAGICSYNC } from './magicsync.ts';
import { METRICOOL } from './metricool.ts';
import { POSTCRON } from './postcron.ts';
import { POSTFAST } from './postfast.ts';
import { PUBLER } from './publer.ts';
import { PUBLER_OLD } from './publer-old.ts';
import { SOCIALPATRA } from './socialpatra.ts';
import { SOCIALPILOT } from './socialpilot.ts';
import { SPROUT } from './sprout.ts';
import { VISTA_SOCIAL } from './vista-social.ts';

/** Every scheduler whose tables are known. One line each; the surer ones first. */
export const TABLE_FORMATS: readonly TableFormat[] = [
  METRICOOL,
  PUBLER,
  PUBLER_OLD,
  HIGHLEVEL,
  SPROUT,
  SOCIALPATRA,
  MAGICSYNC,
  AYRSHARE,
  POSTFAST,
  BUFFER,
  VISTA_SOCIAL,
  FRIENDS_ME,
  POSTCRON,
  SOCIALPILOT,
  HOOTSUITE,
];

/** Those that may be meant: the one that was asked for, none for any table, or all. */
export const formatsNamed = (name: string | undefined): readonly TableFormat[] =>
  name === undefined ? TABLE_FORMATS : TABLE_FORMATS.filter((format) => format.name === name);
