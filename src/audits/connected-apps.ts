import { strictObject } from 'valibot';
import { appKey } from '../facts/apps.ts';
import { defineAudit } from './audit.ts';
import { answer, notCheckable } from './support/answers.ts';
import { counted } from './support/words.ts';

const NOT_IN_ARCHIVE =
  'On which computer posts were deleted and accounts were blocked is in no archive';

const MOST_LETTERS = 60;

/** Whether only the school’s own programs may run the account. An archive knows programs, not machines. */
export const connectedApps = defineAudit({
  name: 'connected-apps',
  about: 'which programs may run the account, against the register of devices',
  params: strictObject({}),
  start: (_, { account, school: { devices } }) => ({
    end() {
      const apps = account?.apps?.filter(({ permissions }) => permissions.includes('write'));
      if (!apps) {
        return notCheckable(
          `${NOT_IN_ARCHIVE}, and this one does not list the programs that may run the account.`,
        );
      }
      if (!devices) {
        return notCheckable(
          `${counted(apps.length, 'program')} may run the account; which devices and programs are the school’s own has not been told: list them under devices in policy-lint.yaml.`,
        );
      }
      const own = new Set(
        devices
          .filter(({ owner, kind }) => owner === 'school' && kind !== 'phone')
          .map(({ app }) => appKey(app)),
      );
      const others = apps.filter(({ name }) => !own.has(appKey(name)));
      if (others.length === 0) {
        return notCheckable(
          `${NOT_IN_ARCHIVE}; every program that may run the account is one of the school’s own.`,
        );
      }
      return answer(
        'look',
        `${counted(others.length, 'program')} may run the account and ${others.length === 1 ? 'is' : 'are'} not on the register of the school’s devices.`,
        others.map(({ name, approvedMs }) => ({
          rank: -(approvedMs ?? 0),
          told: `“${name.slice(0, MOST_LETTERS)}” may write to the account.`,
        })),
      );
    },
  }),
});
