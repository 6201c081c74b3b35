import { z } from 'zod';
import type { Happened } from '../../define-case-type.ts';
import { type Conversion, type LinkedStep, passOn } from '../../definition/links.ts';
import { freeText } from '../../sealing.ts';
import { choice, linkedStepOf, partName, town } from '../inputs.ts';
import { BUILDS, KINDS } from '../illegal-building/labels.ts';
import { CATEGORIES } from '../petition/labels.ts';
import { ACT_KINDS } from '../waste-lead/labels.ts';
import type { TicketFacts } from './facts.ts';

/**
 * What other types call the steps that a ticket waits for. A hazard tells of its grade only where that asks for no
 * emergency control; one that is dismissed, merged or written off tells of nothing more.
 */
export const HAZARD_SAFE = [
  'EmergencyControlled',
  'FacadeGraded',
  'SignGraded',
  'HazardMerged',
  'DismissalConfirmed',
  'HazardWrittenOff',
] as const;
/** The petition office has taken it: it went to an organ inside or outside, or was accepted there. */
export const PETITION_ACCEPTED = [
  'PetitionForwarded',
  'PetitionAssigned',
  'JurisdictionDecided',
  'PetitionReferredOut',
  'PetitionAccepted',
] as const;

/** How far an illegal building has come: the caller may be told. */
export const BUILDING_MOVED = [
  'SiteReached',
  'RemovalDecided',
  'NotIllegalConfirmed',
  'BuildingTransferred',
  'BuildingWrittenOff',
] as const;

export const linkedStep = linkedStepOf([...HAZARD_SAFE, ...PETITION_ACCEPTED, ...BUILDING_MOVED]);

export const toLead = z.strictObject({
  actKind: choice('违法行为', ACT_KINDS),
  note: freeText('移送说明').optional(),
});

export const toHazard = z.strictObject({
  kind: choice('隐患类别', { FACADE: '建筑外立面', SIGN: '户外招牌、广告' }),
  objectId: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{1,40}$/, { error: '只能用字母、数字和短横' })
    .meta({ title: '设施编号', widget: 'object' }),
  partName: partName('部位'),
  town: town('街镇'),
});

export const toBuilding = z.strictObject({
  kind: choice('违法建筑类别', KINDS),
  build: choice('建设状态', BUILDS),
  town: town('街镇'),
});

export const toPetition = z.strictObject({
  category: choice('信访事项类别', CATEGORIES),
  note: freeText('来电人要求').optional(),
});

/** The caller's report becomes a lead; the caller is its informant. */
export const lead: Conversion<TicketFacts, z.output<typeof toLead>> = {
  to: 'waste-lead',
  opening: ({ text, address, town: place, caller, receivedAt }, { actKind }) => ({
    source: 'HOTLINE',
    occurredAt: receivedAt,
    text: passOn(text),
    address: passOn(address),
    ...(place !== undefined && { town: place }),
    actKind,
    informant: passOn(caller),
  }),
};

/** Each thing that may fall is a hazard of its own; the caller is its reporter. */
export const hazard: Conversion<TicketFacts, z.output<typeof toHazard>> = {
  to: 'hazard',
  object: ({ objectId }) => objectId,
  opening: ({ text, address, caller }, { kind, objectId, partName, town: place }) => ({
    source: 'HOTLINE',
    kind,
    objectId,
    partName,
    text: passOn(text),
    address: passOn(address),
    town: place,
    reporter: passOn(caller),
  }),
};

/** The hours of arrival count from the receipt of the caller's report, who is told within a month. */
export const building: Conversion<TicketFacts, z.output<typeof toBuilding>> = {
  to: 'illegal-building',
  opening: ({ text, address, caller, receivedAt }, { kind, build, town: place }) => ({
    source: 'HOTLINE',
    kind,
    build,
    text: passOn(text),
    address: passOn(address),
    town: place,
    reporter: passOn(caller),
    reportedAt: receivedAt,
  }),
};

/** The caller wants it in writing: the caller is the petitioner. */
export const petition: Conversion<TicketFacts, z.output<typeof toPetition>> = {
  to: 'petition',
  opening: ({ text, address, town: place, caller }, { category }) => ({
    channel: 'CALL',
    petitioner: passOn(caller),
    text: passOn(text),
    address: passOn(address),
    ...(place !== undefined && { town: place }),
    category,
  }),
};

const isOneOf = (events: readonly string[], event: string): boolean => events.includes(event);
const withNumber = (known: readonly string[] = [], number: string): readonly string[] =>
  known.includes(number) ? known : [...known, number];

/** What the ticket learns of a case that came of it. */
export function noted(facts: TicketFacts, { input }: Happened<LinkedStep>): TicketFacts {
  const { number, event } = input;
  if (isOneOf(HAZARD_SAFE, event)) {
    return { ...facts, safeHazards: withNumber(facts.safeHazards, number) };
  }
  return isOneOf(PETITION_ACCEPTED, event)
    ? { ...facts, acceptedPetitions: withNumber(facts.acceptedPetitions, number) }
    : facts;
}
