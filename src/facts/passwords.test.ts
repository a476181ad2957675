import { describe, expect, it } from 'vitest';
import { mark } from '../core/marks.ts';
import { UNKNOWN_SCHOOL } from '../core/school.ts';
import { createDocument } from '../document/document.ts';
import { NO_TOOLS } from '../engine/tools.ts';
import { passwords } from './passwords.ts';

const markedIn = (text: string): string => {
  const document = createDocument(
    {
      id: 'a',
      text,
      origin: { file: 'a', line: 1, record: 1 },
      at: { kind: 'unscheduled' },
      media: [],
    },
    UNKNOWN_SCHOOL,
    NO_TOOLS,
  );
  const found = document.facts(passwords);
  return mark(
    text,
    found.map(({ part, span }) => document.place(part, span).span),
  );
};

describe('passwords', () => {
  it.each([
    'Wifi ⟦password is sunflower⟧ for anyone in the hall',
    'Zoom ⟦passcode 318264⟧ for tonight’s meeting',
    'Meeting ID 123 456 7890, ⟦passcode: Acorn⟧',
    '⟦PIN 4821⟧ opens the key safe by the side door',
    'New ⟦alarm code = 2580#⟧',
    'Still ⟦user: class4 pass: banana7⟧',
    'Our ⟦password has been changed to Otters2026⟧',
    '⟦Use hedgehog as the password⟧ to get into the homework page',
    'Reading site ⟦sign in: oakfield.y1@oakfield.example / sunflower⟧',
    'The ⟦password is “Open the gate 5”⟧',
    '⟦Locker combination is 12-34-56⟧',
    'The laptop ⟦password is on a note in room 12: Summer2019⟧',
  ])('%s', (marked) => {
    expect(markedIn(marked.replace(/[⟦⟧]/gu, ''))).toBe(marked);
  });

  it.each([
    'Your password is the key to your front door',
    'Passwords should be three random words, like coffeetrainfish',
    'The password is in your child’s planner, the passcode is printed on your ticket',
    'Today’s quiz PIN is 482913',
    'Year 5 cracked the code: 7-4-9-1 opened the treasure chest',
    'The key to success is 10,000 hours of Key Stage 2',
    'Password changes: all staff by 4pm',
    'Sign in: 8.30am, reception; log in: www.oakfield.example/hub',
    'The class password this week is kindness',
    'Our team code is Respect, Resilience, Responsibility',
    'The password is ********',
  ])('finds nothing in %s', (text) => {
    expect(markedIn(text)).toBe(text);
  });
});
