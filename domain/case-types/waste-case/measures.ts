import { actOfTwo } from './facts.ts';
import * as guard from './filing-guards.ts';
import * as form from './inputs.ts';
import * as items from './items.ts';
import { askedByApprover, notAssigned, secondMissing } from './officer-guards.ts';
import { clocks, command, DECIDED, FILED, OPEN } from './shape.ts';

type Named = { readonly input: { readonly item?: string | undefined } };
type Lapsed = { readonly input: { readonly object?: string | undefined } };

const MEASURES = ['verifying', 'investigating'] as const;
const HELD = ['verifying', 'filingReview', ...FILED, ...DECIDED] as const;

/** The number of the thing that a step is about. */
const among =
  (select: typeof items.held) =>
  ({ input }: Named, facts: Parameters<typeof items.held>[0]): string =>
    items.named(select(facts), input.item)?.number ?? '';
const lapsedOne = ({ input }: Lapsed): string => input.object ?? '';

/** 先行登记保存与查封扣押(D4 至 D6,D24):每件分别计期。 */
// biome-ignore format: a clerk reads each line from left to right
export const measures = {
  registerEvidence: command({ label: '批准先行登记保存', by: 'agencyHead', from: MEASURES, input: form.measure, event: 'EvidenceRegistered', issues: 'evidenceNotice', object: ({ document = '' }) => document,
    evolve: (facts, { document = '' }) => items.added(facts, { number: document, kind: 'REGISTERED' }), notify: ['caseOfficer'] }),
  disposeEvidence: command({ label: '先行登记保存处理决定', by: 'caseOfficer', from: HELD, input: form.registeredDisposal, event: 'EvidenceDisposed', object: among(items.registered), refuse: [notAssigned, guard.noSuchItem(items.registered), secondMissing],
    evolve: (facts, event) => actOfTwo(items.changed(facts, items.named(items.registered(facts), event.input.item), { disposed: true }), event) }),
  seize: command({ label: '批准扣押', by: 'agencyHead', from: MEASURES, input: form.measure, event: 'GoodsSeized', issues: 'seizureDecision', object: ({ document = '' }) => document,
    evolve: (facts, { document = '' }) => items.added(facts, { number: document, kind: 'SEIZED' }), notify: ['caseOfficer'] }),
  seizeAtOnce: command({ label: '当场扣押(紧急)', by: 'caseOfficer', from: MEASURES, input: form.spotMeasure, event: 'GoodsSeizedAtOnce', issues: 'seizureList', object: ({ document = '' }) => document, refuse: [notAssigned, secondMissing],
    evolve: (facts, event) => actOfTwo(items.added(facts, { number: event.document ?? '', kind: 'SEIZED', unapproved: true }), event), notify: ['agencyHead'] }),
  approveSeizure: command({ label: '补办扣押批准', by: 'agencyHead', from: OPEN, input: form.approvedItem, event: 'SeizureApproved', issues: 'seizureDecision', object: among(items.unapproved), refuse: [guard.noSuchItem(items.unapproved)],
    evolve: (facts, { input }) => items.approved(facts, items.named(items.unapproved(facts), input.item)), notify: ['caseOfficer'] }),
  refuseSeizure: command({ label: '不予批准扣押,立即解除', by: 'agencyHead', from: OPEN, input: form.ofItem, event: 'SeizureRefused', object: among(items.unapproved), refuse: [guard.noSuchItem(items.unapproved)],
    evolve: (facts, { input }) => items.changed(facts, items.named(items.unapproved(facts), input.item), { disposed: true }), notify: ['caseOfficer'] }),
  extendSeizure: command({ label: '批准延长扣押', by: 'agencyHead', from: HELD, input: form.moreSeizure, event: 'SeizureExtended', object: among(items.extendable), refuse: [guard.noSuchItem(items.extendable), guard.seizureNotExtendable, askedByApprover],
    evolve: (facts, { at, input }) => ({ ...items.changed(facts, items.named(items.extendable(facts), input.item), { extended: true }), seizureExtension: { value: input.days, askedAt: at } }), notify: ['caseOfficer'] }),
  lapseSeizure: command({ label: '扣押期限届满', by: 'system', from: OPEN, input: form.lapsed, event: 'SeizureLapsed', object: lapsedOne, refuse: [guard.happensByItself],
    evolve: (facts, { input }) => items.changed(facts, items.named(items.held(facts), input.object), { lapsed: true }), notify: ['caseOfficer', 'agencyHead'] }),
  disposeGoods: command({ label: '解除扣押、处理财物', by: 'caseOfficer', from: HELD, input: form.goodsDisposal, event: 'GoodsDisposed', object: among(items.seized), refuse: [notAssigned, guard.noSuchItem(items.seized), secondMissing],
    evolve: (facts, event) => actOfTwo(items.changed(facts, items.named(items.seized(facts), event.input.item), { disposed: true }), event) }),
  announceUnclaimed: command({ label: '公告认领', by: 'caseOfficer', from: HELD, input: form.ofItem, event: 'GoodsAnnounced', object: among(items.unannounced), refuse: [guard.noSuchItem(items.unannounced)],
    evolve: (facts, { input }) => items.changed(facts, items.named(items.unannounced(facts), input.item), { unclaimed: true }) }),
  lapseUnclaimed: command({ label: '公告期满无人认领', by: 'system', from: OPEN, input: form.lapsed, event: 'GoodsUnclaimed', object: lapsedOne, refuse: [guard.happensByItself],
    evolve: (facts, { input }) => items.changed(facts, items.named(items.held(facts), input.object), { disposed: true }), notify: ['caseOfficer'] }),
};

// biome-ignore format: a clerk reads each line from left to right
export const measureClocks = clocks({
  evidence: { label: '先行登记保存处理期限', limit: 'waste.evidenceRegistration', duty: 'caseOfficer', perObject: true,
    starts: ['EvidenceRegistered'], ends: ['EvidenceDisposed'] },
  seizure: { label: '扣押期限', limit: 'waste.seizureDays', duty: 'caseOfficer', perObject: true, lapse: 'lapseSeizure',
    starts: ['GoodsSeized', 'GoodsSeizedAtOnce'], ends: ['SeizureLapsed', 'SeizureRefused', 'GoodsDisposed'],
    pausedIn: { states: ['testing'], ground: ({ excludedFor = '' }) => excludedFor }, extendedBy: { event: 'SeizureExtended', by: ({ seizureExtension }) => seizureExtension ?? { value: 0 } } },
  emergencyApproval: { label: '补办扣押批准期限', limit: 'waste.emergencyApproval', duty: 'agencyHead', perObject: true,
    starts: ['GoodsSeizedAtOnce'], ends: ['SeizureApproved', 'SeizureRefused', 'GoodsDisposed'] },
  release: { label: '解除扣押期限', limit: 'waste.release', duty: 'caseOfficer', perObject: true,
    starts: ['SeizureLapsed'], ends: ['GoodsDisposed', 'GoodsAnnounced'] },
  unclaimed: { label: '公告认领期', limit: 'waste.unclaimedGoods', duty: 'caseOfficer', perObject: true, lapse: 'lapseUnclaimed',
    starts: ['GoodsAnnounced'], ends: ['GoodsUnclaimed', 'GoodsDisposed'] },
});
