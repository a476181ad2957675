import windowsZones from './data/windows-zones.txt?raw';
import { isZone } from './zone.ts';

const readZones = (): ReadonlyMap<string, string> =>
  new Map(
    windowsZones
      .split('\n')
      .filter((line) => line.includes('\t'))
      .map((line) => line.split('\t') as [string, string]),
  );

let zones: ReturnType<typeof readZones> | undefined;

/** The IANA zone that a program means by a name, its own or one of Windows’; undefined: nobody knows. */
export const zoneNamed = (name: string): string | undefined =>
  (zones ??= readZones()).get(name) ?? (isZone(name) ? name : undefined);
