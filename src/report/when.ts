const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

const ISO_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/u;
const ISO_DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u;

export const isIsoTime = (text: string): boolean => ISO_TIME.test(text);

/** `Mon 23 Nov 2026, 17:42`, in the zone that the time is written in; other text as it is. */
export const timeInWords = (iso: string): string => {
  const found = ISO_TIME.exec(iso);
  if (!found) return iso;
  const [, year, month, day, clock] = found;
  const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay();
  return `${WEEKDAYS[weekday]} ${Number(day)} ${MONTHS[Number(month) - 1]} ${year}, ${clock}`;
};

/** `11 Sep 2018`, or as much of it as the date says; other text as it is. */
export const dateInWords = (iso: string): string => {
  const found = ISO_DATE.exec(iso);
  if (!found) return iso;
  const [, year, month, day] = found;
  const words = [day && String(Number(day)), month && MONTHS[Number(month) - 1], year];
  return words.filter((word) => word !== undefined).join(' ');
};
