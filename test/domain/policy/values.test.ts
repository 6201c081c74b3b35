import { describe, expect, test } from '@jest/globals';
import { isDeadline, isSchedule, ruleOf } from '../../../domain/policy/policy.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';

/** Limits by key, written down from the registers and not from the code. */
const LIMITS: Readonly<Record<string, string>> = {
  'hotline.firstContact': '1 workingDays',
  'hotline.handle.CONSULT': '1 workingDays',
  'hotline.handle.ASSIST_COMPLAINT': '5 workingDays',
  'hotline.handle.COMPLEX': '15 workingDays',
  'hotline.rework': '3 workingDays',
  'hotline.supervisedReply': '3 workingDays',
  'hotline.returnWindow': '1 workingDays',
  'hotline.urgent.onSite': '2 hours',
  'hotline.urgent.feedback': '24 hours',
  'hotline.dispatch': '2 officeHours',
  'hotline.dispatch.URGENT': '15 minutes',
  'hotline.ack': '4 officeHours',
  'hotline.ack.URGENT': '30 minutes',
  'hotline.returnDecision': '4 officeHours',
  'hotline.coordination': '2 workingDays',
  'hotline.suspensionReview': '30 calendarDays',
  'hotline.unitReview': '1 workingDays',
  'hotline.callback': '3 workingDays',
  'hotline.reopen': '3 workingDays',
  'hotline.reopenWindow': '30 calendarDays',
  'petition.route15': '15 calendarDays',
  'petition.noticeDirect15': '15 calendarDays',
  'petition.notice15': '15 calendarDays',
  'petition.objection5wd': '5 workingDays',
  'petition.handle60': '60 calendarDays',
  'petition.reviewRequest30': '30 calendarDays',
  'petition.review30': '30 calendarDays',
  'petition.recheckRequest30': '30 calendarDays',
  'petition.recheck30': '30 calendarDays',
  'petition.level.NATIONAL': '5 calendarDays',
  'petition.level.PROVINCIAL': '3 calendarDays',
  'petition.simpleNotify': '3 workingDays',
  'petition.simpleAnswer': '10 workingDays',
  'petition.resolutionReopenDays': '30 calendarDays',
  'waste.lead.accept': '2 workingDays',
  'waste.lead.supplement': '3 workingDays',
  'waste.lead.filingFeedback': '3 workingDays',
  'waste.lead.finalFeedback': '5 workingDays',
  'waste.criminal.decide': '3 calendarDays',
  'waste.criminal.transfer': '24 hours',
  'waste.criminal.policeForward': '24 hours',
  'waste.criminal.policeFiling': '3 calendarDays',
  'waste.criminal.reconsider': '3 calendarDays',
  'waste.criminal.handOver': '3 calendarDays',
  'waste.limitation': '24 months',
  'waste.limitation.HARM': '60 months',
  'waste.verifyDays': '15 calendarDays',
  'waste.decisionDays': '90 calendarDays',
  'waste.evidenceRegistration': '7 workingDays',
  'waste.seizureDays': '30 calendarDays',
  'waste.emergencyApproval': '24 hours',
  'waste.assistance': '10 calendarDays',
  'waste.defenceWd': '5 workingDays',
  'waste.hearingRequest': '5 workingDays',
  'waste.hearingNotice': '7 workingDays',
  'waste.legalReview': '5 workingDays',
  'waste.delivery': '7 workingDays',
  'waste.announceDays': '60 calendarDays',
  'delivery.announceDays': '60 calendarDays',
  'waste.payment': '15 calendarDays',
  'waste.administrativeReview': '60 calendarDays',
  'waste.litigation': '6 months',
  'waste.reviewDecision': '60 calendarDays',
  'waste.demand': '10 workingDays',
  'waste.courtApplication': '3 months',
  'waste.courtAcceptance': '5 workingDays',
  'waste.courtRuling': '7 workingDays',
  'waste.substituteDemand': '3 workingDays',
  'waste.withdrawPublication': '3 workingDays',
  'waste.informantResult': '5 workingDays',
  'waste.informantTransfer': '3 workingDays',
  'waste.unclaimedGoods': '60 calendarDays',
  'waste.publication': '7 workingDays',
  'hazard.MAJOR.arrive': '2 hours',
  'hazard.MAJOR.isolate': '4 hours',
  'hazard.MAJOR.plan': '3 workingDays',
  'hazard.MAJOR.rectify': '30 calendarDays',
  'hazard.SIGNIFICANT.isolate': '24 hours',
  'hazard.SIGNIFICANT.plan': '10 workingDays',
  'hazard.SIGNIFICANT.rectify': '90 calendarDays',
  'hazard.GENERAL.warn': '48 hours',
  'hazard.GENERAL.plan': '15 workingDays',
  'hazard.GENERAL.rectify': '60 calendarDays',
  'hazard.MINOR.rectify': '30 calendarDays',
  'hazard.SIGN_HIGH.secure': '24 hours',
  'hazard.SIGN_HIGH.rectify': '7 calendarDays',
  'hazard.SIGN.rectify': '15 calendarDays',
  'hazard.boardApprovalDays': '7 calendarDays',
  'hazard.watchDays': '90 calendarDays',
  'illegal.onsiteH': '24 hours',
  'illegal.ongoingH': '2 hours',
  'illegal.noticeDays': '10 calendarDays',
  'illegal.informantM': '1 months',
  'warning.push': '1 minutes',
  'warning.ack.RED': '5 minutes',
  'warning.ack.ORANGE': '10 minutes',
  'warning.ack.YELLOW': '30 minutes',
  'warning.ack.BLUE': '120 minutes',
  'warning.verify.RED': '15 minutes',
  'warning.verify.ORANGE': '30 minutes',
  'warning.verify.YELLOW': '60 minutes',
  'warning.verify.BLUE': '240 minutes',
  'warning.onsite.RED': '30 minutes',
  'supervision.reply': '3 workingDays',
};

/** Figures by key, with their unit. */
const FIGURES: Readonly<Record<string, readonly [value: unknown, unit: string]>> = {
  'hotline.maxReturns': [2, 'times'],
  'hotline.maxExtensions': [1, 'times'],
  'hotline.resetOnReassign': [1, 'times'],
  'hotline.maxReworkRounds': [2, 'times'],
  'hotline.callbackSampling': [100, 'percent'],
  'hotline.assessmentYear': ['自然年', 'text'],
  'petition.extend30': [30, 'calendarDays'],
  'petition.hearingSuspendsHandling': [false, 'flag'],
  'waste.extraExtension': [[30, 60], 'calendarDays'],
  'waste.legalReviewPerson': [5000, 'yuan'],
  'waste.legalReviewOrg': [50_000, 'yuan'],
  'waste.simplePerson': [200, 'yuan'],
  'waste.simpleOrg': [3000, 'yuan'],
  'waste.surchargeRate': [3, 'percent'],
  'waste.surchargeCap': [100, 'percent'],
  'hazard.watchSample': [10, 'percent'],
  'sla.thresholds': [[50, 80, 100], 'percent'],
  'sla.lateSteps': [[1, 3, 5], 'workingDays'],
  'sla.quietHours': ['20:00-08:00', 'text'],
  'warning.pushRate': [100, 'percent'],
  'metrics.countExplained': [false, 'flag'],
  'metrics.dynamicCutoffDays': [30, 'calendarDays'],
};

/** Extensions by key: each step with its longest. */
const EXTENSIONS: Readonly<Record<string, readonly number[]>> = {
  'hotline.handle.CONSULT': [14],
  'hotline.handle.ASSIST_COMPLAINT': [10],
  'petition.handle60': [30],
  'waste.verifyDays': [10],
  'waste.decisionDays': [30, 60],
  'waste.seizureDays': [30],
  'waste.reviewDecision': [30],
};

describe('the values of the rules', () => {
  test.each(Object.entries(LIMITS))('%s is %s', (key, expected) => {
    const rule = ruleOf(qingpu2026, key);
    const limit = isDeadline(rule) ? rule.counting.limit : undefined;
    expect(`${limit?.value} ${limit?.unit}`).toBe(expected);
  });

  test.each(Object.entries(FIGURES))('%s is %j', (key, [value, unit]) => {
    expect(ruleOf(qingpu2026, key)).toMatchObject({ value, unit });
  });

  test('have just these extensions, those of a penalty decision not in use', () => {
    const found = Object.entries(qingpu2026.rules).flatMap(([key, rule]) =>
      isDeadline(rule) && rule.extension ? [[key, rule.extension] as const] : [],
    );
    const steps = found.map(([key, { steps: all }]) => [key, all.map(({ max }) => max)]);
    expect(Object.fromEntries(steps)).toEqual(EXTENSIONS);
    expect(found.filter(([, { off }]) => off).map(([key]) => key)).toEqual(['waste.decisionDays']);
    expect(found.flatMap(([, { steps: all }]) => all).filter(({ by }) => by === '')).toEqual([]);
  });

  test('let a ticket reach fifteen working days in all by an extension, and no more', () => {
    for (const key of ['hotline.handle.CONSULT', 'hotline.handle.ASSIST_COMPLAINT']) {
      const rule = ruleOf(qingpu2026, key);
      if (!isDeadline(rule)) throw new Error(key);
      expect([key, rule.counting.limit.value + (rule.extension?.steps[0]?.max ?? 0)]).toEqual([
        key,
        15,
      ]);
    }
  });

  test('have the schedules of the reports', () => {
    const schedules = Object.entries(qingpu2026.rules).flatMap(([key, rule]) =>
      isSchedule(rule) ? [[key, rule.schedule] as const] : [],
    );
    expect(Object.fromEntries(schedules)).toEqual({
      'report.weeklyProgress': { every: 'week', weekday: 4 },
      'report.weeklyMeeting': { every: 'week', weekday: 5 },
      'report.monthlyFacade': { every: 'month', workingDay: 3 },
      'report.monthlyWaste': { every: 'month', workingDay: -1 },
      'report.monthlySpecial': { every: 'month', workingDay: 5 },
      'report.quarterlyMeeting': { every: 'quarter' },
      'report.yearlyDraft': { every: 'year', date: '12-15' },
      'report.yearlyFinal': { every: 'year', date: '01-15', next: true },
    });
  });
});
