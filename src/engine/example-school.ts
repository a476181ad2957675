import type { School } from '../core/school.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';

/** The invented school whose posts the examples of rules and checks are. */
export const EXAMPLE_SCHOOL: School = {
  ...UNKNOWN_SCHOOL,
  names: ['Oakfield Primary School', 'Oakfield Primary', 'Oakfield'],
  accounts: [
    { name: 'school', kind: 'school', handle: 'OakfieldPrimary' },
    { name: 'science', kind: 'department', subject: 'science', handle: 'OakfieldSci' },
  ],
  handles: {
    pupils: ['oak_pupil_07'],
    leavers: ['oak_leaver_19'],
    parents: ['OakParent21'],
    staff: ['MrsIdrisTeaches'],
    press: ['HexleyGazette'],
    disputes: ['FedUpOfHexley'],
  },
  contacts: {
    // Numbers that Ofcom keeps for drama: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
    phones: ['01632 960123'],
    emails: ['office@oakfield.example'],
    addresses: ['Oakfield Primary School, Mill Lane, Hexley'],
    postcodes: [],
  },
  links: { allow: [], block: ['prankster.example'] },
  devices: [
    { app: 'Twitter Web App', kind: 'computer', owner: 'school' },
    { app: 'Hootsuite Inc.', kind: 'service', owner: 'school' },
    { app: 'Twitter for iPad', kind: 'tablet', owner: 'school' },
    {
      app: 'Twitter for iPhone',
      kind: 'phone',
      owner: 'personal',
      who: 'a senior teacher',
      until: '2026-07-21',
    },
    { app: 'Twitter for Android', kind: 'phone', owner: 'personal' },
  ],
  lessons: [
    { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '12:00' },
    { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '13:00', to: '15:15' },
  ],
};
