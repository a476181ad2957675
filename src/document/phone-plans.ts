import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import type { PhonePlans } from './phones.ts';

const isAssigned = (number: string): boolean =>
  parsePhoneNumberFromString(
    number,
    { defaultCountry: 'GB', extract: false },
    metadata,
  )?.isValid() ?? false;

export const phonePlans: PhonePlans = { isAssigned };
