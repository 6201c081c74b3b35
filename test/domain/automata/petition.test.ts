import { expect, test } from '@jest/globals';
import {
  awaitingClose,
  drafted,
  handler,
  inEachState,
  issued,
  office,
} from '../case-types/petition/petition.ts';
import { petition } from './petition.ts';
import { heldAgainst } from './held-against.ts';

heldAgainst(petition);

test('sees what is wrong with a case closed against the rules', () => {
  const good = inEachState['closed']?.();
  if (!good) throw new Error('nothing is closed');
  const { facts } = good.state;
  expect(petition.atClose({ facts, log: good.events })).toEqual([]);
  const by = (type: string, actor: string) =>
    good.events.map((event) => (event.type === type ? { ...event, actor } : event));
  expect(petition.atClose({ facts, log: by('PetitionClosed', handler.id) })).toEqual([
    'the closer handled it',
  ]);
  expect(petition.atClose({ facts, log: by('OpinionIssued', office.id) })).toEqual([
    'the closer signed it',
  ]);
  expect(petition.atClose({ facts, log: by('OpinionIssued', handler.id) })).toEqual([
    'the signer drafted it',
  ]);
  const supported = awaitingClose({ kind: 'SUPPORTED' });
  const log = [...supported.events, ...good.events.filter(({ type }) => type === 'PetitionClosed')];
  expect(petition.atClose({ facts, log })).toEqual(['what was supported is not carried out']);
  expect(petition.atClose({ facts, log: drafted().events })).toContain('closed without a closing');
  expect(petition.atClose({ facts, log: issued().events })).toContain('no answer is out');
});
