import { civilDate, DAY, dayOf, type Instant, isoInstant } from '../../domain/calendar/civil.ts';
import { CASE_TYPES } from '../../domain/registry.ts';
import { ordinaryTicket } from '../support/people.ts';

/** How a case of a type is opened by itself, as if it had been received at an instant. */
export interface Opening {
  readonly type: string;
  readonly account: string;
  readonly input: (receivedAt: Instant) => object;
}

const matter = { text: '由测试立案,内容不涉及任何人', address: '公园路 100 号', town: 'xiayang' };

const BY_TYPE: Readonly<Record<string, Omit<Opening, 'type'>>> = {
  'hotline-ticket': {
    account: 'paidan1',
    input: (at) => ({ ...ordinaryTicket, receivedAt: isoInstant(at) }),
  },
  petition: {
    account: 'petition-xinfang1',
    input: (at) => ({
      ...matter,
      petitioner: { name: '周测试', phone: '13900000401' },
      channel: 'VISIT',
      category: 'APPEAL',
      receivedAt: isoInstant(at),
    }),
  },
  'waste-lead': {
    account: 'paidan1',
    input: (at) => ({
      ...matter,
      source: 'HOTLINE',
      actKind: 'DUMPING',
      occurredAt: isoInstant(at - DAY),
      receivedAt: isoInstant(at),
    }),
  },
  'waste-case': {
    account: 'xiayang-zhifa1',
    input: (at) => ({
      ...matter,
      actKind: 'DUMPING',
      partyKind: 'ORGANISATION',
      actEndedOn: civilDate(dayOf(at - DAY)),
      publicReport: false,
      leadUnit: 'xiayang',
      receivedAt: isoInstant(at),
    }),
  },
  hazard: {
    account: 'xiayang-xuncha1',
    input: (at) => ({
      ...matter,
      source: 'PATROL',
      kind: 'SIGN',
      objectId: 'ZP-0001',
      partName: '主立面招牌',
      foundAt: isoInstant(at),
    }),
  },
  'spot-check': {
    account: 'greening-lianluo',
    input: (at) => ({
      kind: 'SIGN',
      leadUnit: 'greening',
      count: 2,
      text: matter.text,
      address: matter.address,
      receivedAt: isoInstant(at),
    }),
  },
  'illegal-building': {
    account: 'xiayang-xuncha1',
    input: (at) => ({
      ...matter,
      source: 'PATROL',
      kind: 'ROOF',
      build: 'EXISTING',
      reportedAt: isoInstant(at),
    }),
  },
  warning: {
    account: 'tizheng',
    input: (at) => ({
      ...matter,
      source: 'WATER_METER',
      level: 'BLUE',
      objectId: 'SB-0001',
      triggeredAt: isoInstant(at),
    }),
  },
  'supervision-matter': {
    account: 'duban',
    input: (at) => ({
      ...matter,
      subjectKind: 'UNIT',
      leadUnit: 'xiayang',
      grounds: 'BUCK_PASSING',
      receivedAt: isoInstant(at),
    }),
  },
};

/** One of each type that is released: a new one needs an opening here. */
export const OPENINGS: readonly Opening[] = CASE_TYPES.map(({ id }) => {
  const opening = BY_TYPE[id];
  if (!opening) throw new Error(`nobody here knows how to open a ${id}`);
  return { type: id, ...opening };
});
