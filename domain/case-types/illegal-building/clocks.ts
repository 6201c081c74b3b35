import { choiceIf, eitherKey, keyIf } from '../../definition/limit-choice.ts';
import { type BuildingFacts, canBeForced, onCityList } from './facts.ts';
import { STANDING } from './labels.ts';
import type { BuildingClock } from './phase.ts';

const arrival = choiceIf<BuildingFacts>(
  ({ arrived }) => !arrived,
  eitherKey(({ build }) => build === 'ONGOING', 'illegal.ongoingH', 'illegal.onsiteH'),
);

const ground = ({ standing }: BuildingFacts): string => (standing ? STANDING[standing] : '');

const GONE = ['RemovalRecorded', 'RemovedAtOnce', 'RouteCompleted'] as const;
const ANEW = ['RouteAbandoned', 'DecisionRevoked', 'CityRefused'] as const;
const EARLY_ENDS = ['BuildingTransferred', 'BuildingMerged'] as const;

/** Arrival counts from the report whoever goes there; the party's time for review and suit runs beside its duty to remove. */
// biome-ignore format: a clerk reads each line from left to right
export const clocks = {
  arrive: { label: '到场时限', limit: arrival, countsFrom: ({ reportedAt }) => reportedAt, duty: 'townInspector', continues: true,
    starts: ['BuildingReported', 'LeadChanged', 'BuildingUnmerged'], ends: ['SiteReached', ...EARLY_ENDS] },
  informant: { label: '告知举报人时限', limit: keyIf(({ complaint, reporterTold }) => complaint && !reporterTold, 'illegal.informantM'), countsFrom: ({ reportedAt }) => reportedAt, duty: 'townInspector', promised: true,
    starts: ['BuildingReported'], ends: ['ReporterTold', 'BuildingTransferred'] },
  judge: { label: '认定时限', limit: keyIf(({ arrived }) => arrived, 'illegal.judge'), duty: 'caseOfficer',
    starts: ['SiteReached', 'NotIllegalRejected', 'BuildingUnmerged', 'BuildingRebuilt'], ends: ['ConstructionStopped', 'BuildingClassified', 'NotIllegalProposed', ...EARLY_ENDS] },
  dismissal: { label: '非违建复核时限', limit: 'illegal.dismissal', duty: 'agencyHead',
    starts: ['NotIllegalProposed'], ends: ['NotIllegalConfirmed', 'NotIllegalRejected'] },
  followStop: { label: '停工后处置时限', limit: 'illegal.followStop', duty: 'caseOfficer',
    starts: ['ConstructionStopped'], ends: ['RemovedAtOnce', 'RemovalRecorded', 'BuildingClassified'] },
  decide: { label: '限期拆除决定时限', limit: 'illegal.decide', duty: 'agencyHead', continues: true,
    starts: ['BuildingClassified', ...ANEW], ends: ['RemovalDecided', 'RemovalRecorded', 'RouteChosen'],
    pausedIn: { states: ['annotated'], ground } },
  serve: { label: '决定书送达时限', limit: 'illegal.serve', duty: 'caseOfficer',
    starts: ['RemovalDecided'], ends: ['DecisionServed', 'DecisionAnnounced', 'RemovalRecorded'] },
  announcement: { label: '公告期限', limit: 'illegal.noticeDays', duty: 'caseOfficer', lapse: 'lapseAnnouncement',
    starts: ['DecisionAnnounced'], ends: ['AnnouncementLapsed', 'RemovalRecorded'] },
  selfRemoval: { label: '自行拆除期限', limit: 'illegal.selfRemoval', until: ({ removeBy }) => removeBy, duty: 'caseOfficer',
    starts: ['DecisionServed', 'AnnouncementLapsed'], ends: ['DemandIssued', 'RemovalRecorded', 'RouteChosen', 'DecisionRevoked'],
    pausedIn: { states: ['annotated', 'litigation'], ground } },
  remedy: { label: '复议、起诉期限', limit: 'illegal.remedyM', duty: 'caseOfficer', lapse: 'lapseRemedy',
    starts: ['DecisionServed', 'AnnouncementLapsed'], ends: ['RemedyLapsed', 'SuitFiled', 'RouteChosen'] },
  proceedings: { label: '复议、诉讼跟踪时限', limit: 'illegal.proceedings', duty: 'caseOfficer',
    starts: ['SuitFiled'], ends: ['DecisionUpheld', 'DecisionRevoked'] },
  apply: { label: '报请强制拆除时限', limit: keyIf(canBeForced, 'illegal.apply'), duty: 'caseOfficer', continues: true,
    starts: ['DemandIssued', 'RemedyLapsed', 'DecisionUpheld', 'ForcedRefused', 'AnnotationLifted'], ends: ['ForcedApplied', 'RemovalRecorded', 'RouteChosen'],
    pausedIn: { states: ['annotated'], ground } },
  order: { label: '责成强制拆除时限', limit: 'illegal.order', duty: 'districtLead',
    starts: ['ForcedApplied'], ends: ['ForcedOrdered', 'ForcedRefused'] },
  force: { label: '强制拆除时限', limit: 'illegal.force', duty: 'caseOfficer',
    starts: ['ForcedOrdered'], ends: ['RemovalRecorded'] },
  route: { label: '补证、转性、政策办理时限', limit: 'illegal.route', duty: 'caseOfficer',
    starts: ['RouteChosen'], ends: ['RouteCompleted', 'RouteAbandoned'] },
  annotationCheck: { label: '注记复查时限', limit: 'illegal.annotationCheck', duty: 'caseOfficer',
    starts: ['BuildingAnnotated', 'AnnotationChecked'], ends: ['AnnotationChecked', 'AnnotationLifted'] },
  signOff: { label: '销项确认时限', limit: 'illegal.signOff', duty: 'removalOffice',
    starts: GONE, ends: ['BuildingWrittenOff', 'WriteOffRefused'] },
  redo: { label: '退回后处置时限', limit: 'illegal.redo', duty: 'caseOfficer',
    starts: ['WriteOffRefused'], ends: [...GONE, 'BuildingClassified', 'RemovalDecided', 'DecisionServed', 'DecisionAnnounced', 'DemandIssued', 'ForcedApplied', 'RouteChosen', 'RouteAbandoned', 'DecisionRevoked'],
    pausedIn: { states: ['annotated', 'litigation'], ground } },
  cityConfirm: { label: '市库销项确认时限', limit: keyIf(onCityList, 'illegal.cityConfirm'), duty: 'removalOffice', inEnded: true,
    starts: ['BuildingWrittenOff'], ends: ['CityConfirmed', 'CityRefused', 'BuildingRebuilt'] },
  archive: { label: '归档时限', limit: keyIf((facts) => !onCityList(facts) || facts.cityConfirmed, 'illegal.archive'), duty: 'removalOffice', inEnded: true,
    starts: ['BuildingWrittenOff', 'CityConfirmed'], ends: ['BuildingArchived', 'BuildingRebuilt'] },
} satisfies Readonly<Record<string, BuildingClock>>;
