import { describe, expect, it } from 'vitest';
import { finding, judged } from '../../test/support/oakfield-report.ts';
import { unmark } from '../core/marks.ts';
import { maskOf, masked } from './mask.ts';

/** The text with its ⟦names⟧ masked, when a finding marks `marked` of it. */
const masks = (named: string, marked = named): string => {
  const { text, spans } = unmark(named);
  const post = judged(named, {
    found: () => unmark(marked).spans.map((span) => finding('no-child-names', span)),
  });
  expect(spans).toEqual(post.names.map(({ span }) => span));
  return masked(text, maskOf(post, false).inPart('text'));
};

describe('maskOf', () => {
  it.each([
    ['Well done ⟦Josh⟧!', 'Well done J•••!'],
    ['Well done ⟦Josh Hill⟧’s team', 'Well done J••• H•••’s team'],
    ['Well done ⟦Anne-Marie O’Brien⟧', 'Well done A•••-M••• O’B•••'],
    ['#WellDone⟦Olwen⟧ and #⟦Olwen⟧Rocks', '#WellDoneO••• and #O•••Rocks'],
    ['⟦Łukasz⟧ and ⟦E\u0301milie⟧', 'Ł••• and E\u0301•••'],
    ['⟦يوسف⟧ و ⟦李明⟧', 'ي••• و 李•••'],
    ['⟦Josh H⟧', 'J••• H'],
  ])('%s', (named, expected) => {
    expect(masks(named)).toBe(expected);
  });

  it.each([
    ['⟦J E S S I C A⟧ won', 'J••• won'],
    ['⟦J.E.S.S⟧ won, ⟦J🎉O🎉S🎉H⟧ too', 'J••• won, J••• too'],
    ['⟦J*sh⟧ and ⟦Jo*h⟧ won', 'J••• and J••• won'],
    ['A. ⟦J. Hill⟧', 'A. J. H•••'],
    ['\u001b[31mNoah ⟦Wilson⟧\u001b[0m', '\u001b[31mN••• W•••\u001b[0m'],
    ['Hi ⟦Jessica Thompson⟧ #JessicaThompson', 'Hi J••• T••• #J•••'],
    ['Hi ⟦Jessica Thompson⟧ #jessicathompson', 'Hi J••• T••• #j•••'],
    ['Hi ⟦Jessica⟧ #WellDoneJessica #welldonejessica', 'Hi J••• #WellDoneJ••• #w•••'],
    ['⟦Jessica Hart⟧: jessica.hart@oakfield.example', 'J••• H•••: j•••.h•••@oakfield.example'],
    ['⟦Will Hart⟧ will go; the heart of willow', 'W••• H••• will go; the heart of willow'],
  ])('masks what is stretched out or run together: %j', (named, expected) => {
    expect(masks(named)).toBe(expected);
  });

  it('takes surnames along in what somebody wrote about the post', () => {
    const mask = maskOf(judged('Well done ⟦Jessica⟧'), false);
    const text = 'jessica and JESSICA Thompson’s mum agreed';
    expect(masked(text, mask.inWords(text))).toBe('j••• and J••• T•••’s mum agreed');
  });

  it('takes a surname next to a name along where one mark covers both', () => {
    expect(masks('Well done ⟦Josh⟧ Hill in 4B', 'Well done ⟦Josh Hill⟧ in 4B')).toBe(
      'Well done J••• H••• in 4B',
    );
    expect(masks('⟦Josh⟧ won a Cup', '⟦Josh won a Cup⟧')).toBe('J••• won a Cup');
    expect(masks('Well done ⟦Josh⟧ Hill')).toBe('Well done J••• Hill');
  });

  it('joins names that overlap', () => {
    const post = judged('Josh Hill', {
      names: [
        { part: 'text', span: { start: 0, end: 4 } },
        { part: 'text', span: { start: 0, end: 9 } },
      ],
    });
    expect(masked('Josh Hill', maskOf(post, false).inPart('text'))).toBe('J••• H•••');
  });

  const post = judged('Well done ⟦Josh Hill⟧ and ⟦Will⟧ #Go⟦Mia⟧ joe⟦smith⟧');
  it.each([
    ['Well done Josh and Will', 'Well done J••• and W•••'],
    ['We will climb the hill', 'We will climb the hill'],
    ['#GoMia #BestMia Miami', '#GoM••• #BestM••• Miami'],
    ['see joesmith', 'see joes•••'],
  ])('finds the names again in a suggestion: %s', (text, expected) => {
    expect(masked(text, maskOf(post, false).inText(text))).toBe(expected);
  });

  it.each([
    ['josh-hill_2.jpg', 'j•••-h•••_2.jpg'],
    ['Wills-day', 'W•••-d•••'],
    ['josh-smith-won.txt', 'j•••-s•••-won.txt'],
    ['will.ash.txt', 'w•••.a•••.txt'],
    ['willow-class.txt', 'willow-class.txt'],
    ['goldsmiths', 'g•••'],
  ])('finds them in an id whatever its capitals: %s', (label, expected) => {
    expect(masked(label, maskOf(post, false).inLabel(label))).toBe(expected);
  });

  it('masks nothing when names may be shown', () => {
    expect(maskOf(post, true).inPart('text')).toEqual([]);
  });
});
