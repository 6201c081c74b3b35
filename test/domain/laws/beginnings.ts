import * as waste from '../case-types/waste-case/waste.ts';
import type { CaseUnderTest } from '../../support/given.ts';

/** Cases on their way, for types so long that a random walk from their opening seldom comes far. */
export const BEGINNINGS: Readonly<Record<string, Readonly<Record<string, () => CaseUnderTest>>>> = {
  'waste-case': {
    ...waste.inEachState,
    defenceRaised: waste.defenceRaised,
    hearingRightServed: waste.hearingRightServed,
    hearingNotified: waste.hearingNotified,
    hearingReady: waste.hearingReady,
    suspensionProposed: waste.suspensionProposed,
    hearingOpen: waste.hearingOpen,
    hearingWaived: waste.hearingWaived,
    deferralOver: waste.deferralOver,
    clearingDue: waste.clearingDue,
    goodsKept: waste.goodsKept,
    rulingDue: waste.rulingDue,
    courtPutOff: waste.courtPutOff,
    enforcedForLong: waste.enforcedForLong,
  },
};
