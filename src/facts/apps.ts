import { dataLines } from '../core/data-lines.ts';
import { once } from '../core/once.ts';
import { remembered } from '../core/remembered.ts';
import type { DeviceKind } from '../core/school.ts';
import { DEVICE_KINDS } from '../core/school.ts';
import { fold } from '../document/fold.ts';
import list from './data/apps.txt?raw';

/** The link in which some archives wrap an app’s name. */
const LINK = /^<a\s[^<>]*>([^<]*)<\/a>$/u;

/** Names as they are compared: `Tweetbot for iΟS`, with a Greek letter in it, is the same app. */
export const appKey = remembered((name) =>
  fold(LINK.exec(name)?.[1] ?? name)
    .text.toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim(),
);

const kinds = once(
  () =>
    new Map(
      dataLines(list).flatMap((line): (readonly [string, DeviceKind])[] => {
        const colon = line.indexOf(':');
        const kind = DEVICE_KINDS.find((one) => one === line.slice(0, colon));
        if (!kind) return [];
        const names = line.slice(colon + 1).split('|');
        return names.map((name) => [appKey(name), kind]);
      }),
    ),
);

/** What kind of device well-known apps run on; undefined for all others. An app proves no device. */
export const appKind = (name: string): DeviceKind | undefined => kinds().get(appKey(name));
