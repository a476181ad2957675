import type { WindowShown } from '../../core/audit.ts';
import type { Policy, Weekday } from '../../core/policy.ts';
import { WEEKDAYS } from '../../core/policy.ts';
import { postingWindow } from '../../checks/posting-window.ts';
import { parse } from 'valibot';

interface Window {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
  readonly hours: string;
}

/** The posting hours that the policies set, each once. */
export const windowsOf = (policies: readonly Policy[]): readonly WindowShown[] => {
  const shown = policies.flatMap(({ info, rules }) =>
    rules
      .filter(({ check }) => check === postingWindow.name)
      .flatMap(({ with: params }): WindowShown[] => {
        const { days, from, to, hours } = parse(postingWindow.params, params) as Window;
        const inOrder = WEEKDAYS.filter((day) => days.includes(day));
        return hours === 'unset' ? [] : [{ policy: info.id, days: inOrder, from, to }];
      }),
  );
  return [...new Map(shown.map((one) => [JSON.stringify(one), one])).values()];
};
