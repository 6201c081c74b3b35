import { completed, handledAnew, sentBack } from './facts.ts';
import { reporterNotTold } from './guards.ts';
import * as form from './inputs.ts';
import { OWED, phase, TO_SOURCE } from './phase.ts';
import * as guard from './signing-guards.ts';

/** The routes that are no removal, the district's signature, the city's apart. */
// biome-ignore format: a clerk reads each line from left to right
export const signing = phase({
  chooseRoute: {
    label: '改走补证、转性、政策途径', by: 'agencyHead', from: OWED, to: 'pursuing', input: form.route, event: 'RouteChosen',
    refuse: [guard.removalOnly, guard.routeNotAllowed], evolve: (facts, { input }) => ({ ...handledAnew(facts), route: input.route }),
    notify: ['caseOfficer', 'coordinator'],
  },
  completeRoute: {
    label: '途径办结', by: ['caseOfficer', 'coordinator'], from: 'pursuing', to: 'acceptance', input: form.routeEvidence, event: 'RouteCompleted',
    evolve: completed, notify: ['removalOffice'],
  },
  abandonRoute: {
    label: '途径未成,恢复处置', by: 'agencyHead', from: 'pursuing', to: 'classified', input: form.note, event: 'RouteAbandoned',
    evolve: handledAnew, notify: ['caseOfficer'],
  },
  writeOff: {
    label: '确认销项', by: 'removalOffice', from: 'acceptance', to: 'writtenOff', input: form.writeOff, event: 'BuildingWrittenOff', issues: 'writeOffForm',
    refuse: [guard.recorderCannotSign, reporterNotTold], evolve: (facts, { at }) => ({ ...facts, writtenOffAt: at }),
    notify: ['caseOfficer', 'unitLead'], tells: TO_SOURCE,
  },
  refuseWriteOff: {
    label: '不予销项', by: 'removalOffice', from: 'acceptance', to: 'previous', input: form.note, event: 'WriteOffRefused',
    refuse: [guard.recorderCannotSign], evolve: sentBack, notify: ['caseOfficer', 'agencyHead'],
  },
  recordCityConfirmation: {
    label: '登记市库销项', by: 'removalOffice', from: 'writtenOff', input: form.confirmation, event: 'CityConfirmed',
    refuse: [guard.notOnCityList, guard.cityConfirmedAlready], evolve: (facts) => ({ ...facts, cityConfirmed: true }),
  },
  recordCityRefusal: {
    label: '登记市库不予销项', by: 'removalOffice', from: 'writtenOff', to: 'classified', input: form.note, event: 'CityRefused',
    refuse: [guard.notOnCityList, guard.cityConfirmedAlready], evolve: (facts) => sentBack(handledAnew(facts)), notify: ['caseOfficer', 'agencyHead', 'unitLead'],
  },
  archive: {
    label: '归档', by: 'removalOffice', from: 'writtenOff', to: 'archived', input: form.optionalNote, event: 'BuildingArchived',
    refuse: [guard.cityConfirmationMissing],
  },
});
