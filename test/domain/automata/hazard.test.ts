import { expect, test } from '@jest/globals';
import { coordinator, removed, writtenOff } from '../case-types/hazard/hazard.ts';
import { closed, inspector } from '../case-types/spot-check/batch.ts';
import { hazard } from './hazard.ts';
import { heldAgainst } from './held-against.ts';
import { spotCheck } from './spot-check.ts';

heldAgainst(hazard);

test('sees what is wrong with a hazard written off against the rules', () => {
  const good = writtenOff('MAJOR');
  const { facts } = good.state;
  const wrong = (log: typeof good.events) => hazard.atClose({ facts, log });
  expect(wrong(good.events)).toEqual([]);
  const altered = (type: string, change: object) =>
    good.events.map((event) => (event.type === type ? { ...event, ...change } : event));
  const without = (type: string) => good.events.filter((event) => event.type !== type);
  expect(wrong(altered('TownCheckPassed', { actor: coordinator.id }))).toEqual([
    'who rectified checked',
  ]);
  expect(wrong(altered('HazardWrittenOff', { actor: coordinator.id }))).toEqual([
    'who rectified signed',
  ]);
  expect(wrong(altered('HazardWrittenOff', { unit: 'greening' }))).toEqual([
    'the competent bureau did not sign',
  ]);
  expect(wrong(altered('TownCheckPassed', { data: { input: {} } }))).toEqual(['no report']);
  expect(wrong(altered('SelfChecked', { data: { input: {} } }))).toEqual(['before', 'after']);
  expect(wrong(without('EmergencyControlled'))).toEqual(['never under control']);
  const graders = { input: { grade: 'MAJOR', second: 'inspector-1' } };
  expect(wrong(altered('FacadeGraded', { data: graders }))).toEqual(['one person graded']);
  expect(hazard.atClose({ facts: removed().state.facts, log: removed().events })).toContain(
    'the town did not check',
  );
});

test('sees what is wrong with a batch closed against the rules', () => {
  const good = closed();
  const { facts } = good.state;
  expect(spotCheck.atClose({ facts, log: good.events })).toEqual([]);
  const log = good.events.map((event) =>
    event.type === 'BatchClosed' ? { ...event, actor: inspector.id } : event,
  );
  expect(spotCheck.atClose({ facts, log })).toEqual(['an inspector closed it']);
  const fewer = good.events.filter(({ type }) => type !== 'InspectionRecorded');
  expect(spotCheck.atClose({ facts, log: fewer })).toEqual(['1 of 2']);
});
