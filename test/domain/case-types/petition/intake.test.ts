import { describe, expect, test } from '@jest/globals';
import { petitionV1 } from '../../../../domain/case-types/petition.v1.ts';
import { ROUTES } from '../../../../domain/case-types/petition/routes.ts';
import { CATEGORIES, NATURES } from '../../../../domain/case-types/petition/labels.ts';
import type { PetitionFacts } from '../../../../domain/case-types/petition/facts.ts';
import { qingpu2026 } from '../../../../domain/policy/qingpu-2026.ts';
import { ruleOf } from '../../../../domain/policy/policy.ts';
import { type CaseUnderTest, tryOpen } from '../../../support/given.ts';
import { at, moment } from '../../../support/moments.ts';
import {
  anonymous,
  ASSIGN,
  ASSISTANT,
  checked,
  CONSENT,
  convener,
  coordinator,
  FORWARD,
  inEachState,
  JURISDICTION,
  MONDAY,
  NOTE,
  OBJECTION,
  objected,
  office,
  ORDINARY,
  registered,
  REGISTRATION,
  TOLD,
  unitReceived,
  WASTE,
} from './petition.ts';

const factsOf = ({ state }: CaseUnderTest) => state.facts as PetitionFacts;
const due = (petition: CaseUnderTest, clock: string) =>
  moment(petition.clock(clock)?.statutoryDue ?? 0);

test.each(Object.entries(inEachState))('there is a petition in state %s', (state, given) => {
  expect(given().state.stage).toBe(state);
});

describe('Q1 a petition that is registered', () => {
  test('has fifteen days until it is routed, across 春节 rolled to the first working day (P1, P2)', () => {
    const petition = registered({}, '2026-02-05 10:00');
    expect(due(petition, 'route')).toBe('2026-02-24 23:59:59');
    expect(due(petition, 'noticeDirect')).toBe('2026-02-24 23:59:59');
  });

  test('is told of once; nobody is told where nobody is known', () => {
    const petition = registered().does('giveReceipt', office, TOLD);
    expect(petition.clock('noticeDirect')?.outcome).toBe('met');
    expect(petition.try('giveReceipt', office, TOLD)?.code).toBe('RECEIPT_NOTICED');
    expect(anonymous().clock('noticeDirect')).toBeUndefined();
    expect(anonymous().try('giveReceipt', office, TOLD)?.code).toBe('NOBODY_TO_TELL');
  });

  test('needs a petitioner or the mark of anonymity, and takes both later', () => {
    const { petitioner, ...rest } = REGISTRATION;
    const nobody = () => tryOpen(petitionV1, at(MONDAY), office, rest) as CaseUnderTest;
    const refusal = nobody().try('completeRegistration', office, { nature: 'OTHER' });
    expect(refusal?.code).toBe('PETITIONER_MISSING');
    const marked = nobody().does('markAnonymous', office, NOTE);
    expect(marked.try('markAnonymous', office, NOTE)?.code).toBe('MARKED_ANONYMOUS');
    const known = marked.does('namePetitioner', office, { petitioner });
    expect(known.try('markAnonymous', office, NOTE)?.code).toBe('PETITIONER_KNOWN');
    expect(known.try('namePetitioner', office, { petitioner })?.code).toBe('PETITIONER_KNOWN');
    known.does('completeRegistration', office, { nature: 'OTHER' });
    expect(known.clock('noticeDirect')).toBeDefined();
    expect(factsOf(known).anonymous).toBe(false);
    expect(factsOf(anonymous()).anonymous).toBe(true);
  });

  test.each([
    [{ text: undefined }, 'input.text'],
    [{ channel: 'FAX' }, 'input.channel'],
    [{ category: 'NONE' }, 'input.category'],
    [{ receivedAt: at(MONDAY) + 1 }, 'input.receivedAt'],
    [{ petitioner: { name: '陈测试', phone: '12' } }, 'input.petitioner.phone'],
  ])('is refused with %j', (input, field) => {
    expect(tryOpen(petitionV1, at(MONDAY), office, { ...REGISTRATION, ...input })).toMatchObject({
      code: 'INVALID_INPUT',
      field,
    });
  });

  test('is opened by the petition office alone', () => {
    expect(tryOpen(petitionV1, at(MONDAY), coordinator, REGISTRATION)).toMatchObject({
      code: 'FORBIDDEN_ROLE',
    });
  });

  test('sends five representatives at the most', () => {
    const visit = (representatives: number) => ({
      headcount: 30,
      representatives,
      names: { names: '陈测试等' },
    });
    expect(registered().try('registerCollective', office, visit(6))).toMatchObject({
      code: 'TOO_MANY_REPRESENTATIVES',
      field: 'input.representatives',
    });
    expect(factsOf(registered().does('registerCollective', office, visit(5)))).toMatchObject({
      headcount: 30,
      representatives: 5,
    });
    expect(registered().try('registerCollective', office, visit(0))?.code).toBe('INVALID_INPUT');
  });

  test('of urgency is reported at once, and urgent from then on', () => {
    expect(factsOf(registered().does('reportUrgent', office, NOTE)).urgent).toBe(true);
  });
});

describe('the decision table of articles 29 to 31', () => {
  const pairs = Object.keys(CATEGORIES).flatMap((category) =>
    Object.keys(NATURES).map((nature) => [category, nature] as const),
  );

  test.each(pairs)('answers %s, %s with one row or none', (category, nature) => {
    const rows = Object.entries(ROUTES).filter(
      ([, row]) => row.category === category && row.nature === nature,
    );
    expect(rows.length).toBeLessThanOrEqual(1);
    const petition = registered({ category });
    const refusal = petition.try('completeRegistration', office, { nature });
    if (rows.length === 0)
      expect(refusal).toMatchObject({ code: 'ROUTE_NOT_IN_TABLE', field: 'input.nature' });
    else expect(factsOf(petition).route).toBe(rows[0]?.[0]);
  });

  test.each(Object.entries(ROUTES))(
    'row %s names its clause and a rule that exists',
    (_id, row) => {
      expect(row.clause).toMatch(/^《信访工作条例》第(29|30|31)条/);
      expect(ruleOf(qingpu2026, row.limit)).toBeDefined();
    },
  );

  test('is asked again when the nature was misjudged, by the office or by the organ', () => {
    expect(factsOf(checked().does('decideRoute', office, { nature: 'VIOLATION' })).route).toBe(
      'ART31_5',
    );
    const petition = unitReceived().does('decideRoute', coordinator, { nature: 'ADMINISTRATIVE' });
    expect(factsOf(petition).route).toBe('ART31_4');
    expect(petition.try('accept', coordinator, ORDINARY)?.code).toBe('WRONG_ROUTE');
  });

  test.each(['LITIGATION', 'ARBITRATION', 'PARTY_APPEAL'])(
    'sends %s out of the house',
    (nature) => {
      const petition = checked(nature);
      expect(petition.try('forward', office, FORWARD)?.code).toBe('WRONG_ROUTE');
      expect(petition.does('referOut', office, TOLD).state.stage).toBe('routedOut');
      expect(petition.state.documents).toMatchObject([
        { kind: 'forwardLetter', number: '青信转〔2026〕1号' },
      ]);
    },
  );
});

describe('an accusation (article 30)', () => {
  const report = () => checked('OTHER', { category: 'REPORT' });

  test('goes to the organ of discipline, never to a unit', () => {
    expect(report().try('forward', office, FORWARD)?.code).toBe('REPORT_IS_CONFIDENTIAL');
    expect(report().try('assign', office, ASSIGN)?.code).toBe('REPORT_IS_CONFIDENTIAL');
    expect(report().try('referJurisdiction', office, NOTE)?.code).toBe('REPORT_IS_CONFIDENTIAL');
    expect(report().try('convertToTicket', office, CONSENT)?.code).toBe('REPORT_IS_CONFIDENTIAL');
    expect(report().try('convertToWasteLead', office, WASTE)?.code).toBe('REPORT_IS_CONFIDENTIAL');
    expect(report().does('referOut', office, TOLD).state.stage).toBe('routedOut');
    expect(petitionV1.holders(report().state.facts)).toEqual([]);
  });

  test('shows nobody who made it in lists', () => {
    expect(petitionV1.summary(report().state.facts).person).toBeUndefined();
    expect(petitionV1.summary(checked().state.facts).person).toBeDefined();
  });

  test('of any category never comes to the unit complained of', () => {
    const petition = checked().does('nameAccused', office, { unit: 'housing' });
    for (const [command, input] of [
      ['forward', FORWARD],
      ['assign', ASSIGN],
    ] as const) {
      expect(petition.try(command, office, input)).toMatchObject({
        code: 'ACCUSED_CANNOT_HOLD',
        field: 'input.leadUnit',
      });
    }
    petition.does('forward', office, { leadUnit: 'greening' });
    expect(petition.try('inviteAssistance', office, { ...ASSISTANT, unit: 'housing' })?.code).toBe(
      'ACCUSED_CANNOT_HOLD',
    );
    expect(
      petition.try('nameSuccessor', office, { leadUnit: 'housing', basis: '合并' })?.code,
    ).toBe('ACCUSED_CANNOT_HOLD');
    expect(petition.try('decideJurisdiction', convener, JURISDICTION)?.code).toBe('WRONG_STATE');
  });

  test('is not named of a unit that holds the case already', () => {
    const petition = objected().does('approveObjection', office);
    petition.does('forward', office, FORWARD).does('inviteAssistance', office, ASSISTANT);
    petition
      .does('receive', coordinator)
      .does('raiseObjection', coordinator, OBJECTION)
      .does('referJurisdiction', office, NOTE);
    petition.does('decideJurisdiction', convener, JURISDICTION).does('receive', coordinator);
    const back = unitReceived()
      .does('inviteAssistance', office, ASSISTANT)
      .does('raiseObjection', coordinator, OBJECTION)
      .does('approveObjection', office);
    expect(back.try('nameAccused', office, { unit: 'water' })?.code).toBe('ACCUSED_CANNOT_HOLD');
  });
});
