import { civilDate, DAY, dayOf } from '../../../domain/calendar/civil.ts';
import type { Life, LifeStep, Scene } from '../life.ts';

const day = ({ base }: Scene, offset: number): string => civilDate(dayOf(base + offset * DAY));
const second = ({ idOf }: Scene): string => idOf('xiayang-zhifa2');
const officer = 'xiayang-zhifa1';
const head = 'xiayang-fuzeren';

const served = (on: Scene) => ({
  second: second(on),
  method: 'DIRECT',
  receipt: '送达回证:当事人签收。',
});
const onCase = (by: string, command: string, input: LifeStep['input'] = {}): LifeStep => ({
  by,
  command,
  input,
  on: 'case',
});

/** The ticket: contacted, then handed on to enforcement. */
const ticket: readonly LifeStep[] = [
  { by: 'paidan1', command: 'dispatch', input: { leadUnit: 'xiayang' } },
  { by: 'xiayang-lianluo', command: 'acknowledge' },
  {
    by: 'xiayang-chengban',
    command: 'recordContact',
    input: { channel: 'PHONE', note: '已联系来电人,核实倾倒地点。' },
  },
  {
    by: 'paidan1',
    command: 'convertToLead',
    input: { actKind: 'DUMPING', note: '现场有渣土倾倒,移送执法。' },
    opens: 'lead',
  },
];

/** The lead: transferred, accepted, a case opened on it. */
const lead: readonly LifeStep[] = [
  {
    on: 'lead',
    by: 'paidan1',
    command: 'transfer',
    input: {
      leadUnit: 'xiayang',
      evidence: '来电人提供的照片与视频。',
      suggestedClause: '《上海市建筑垃圾处理管理规定》',
    },
  },
  { on: 'lead', by: 'xiayang-xiansuo', command: 'accept' },
  {
    on: 'lead',
    by: officer,
    command: 'tellInformant',
    input: { result: '已告知来电人:线索已接收,正在核查。' },
  },
  {
    on: 'lead',
    by: officer,
    command: 'openCase',
    input: (on) => ({
      party: { name: '某运输公司化名', phone: '13900000402' },
      partyKind: 'ORGANISATION',
      actEndedOn: day(on, -1),
      note: '有违法事实,属本机关管辖。',
    }),
    opens: 'case',
  },
];

/** The case up to its decision: two officers on every act, the party heard. */
const decision: readonly LifeStep[] = [
  onCase(officer, 'verify', (on) => ({ second: second(on), note: '现场核查,拍照取证。' })),
  onCase(officer, 'proposeFiling', (on) => ({ second: second(on), note: '符合立案条件。' })),
  onCase(head, 'approveFiling'),
  onCase(officer, 'investigate', (on) => ({
    second: second(on),
    kind: 'QUESTIONING',
    note: '询问驾驶员与公司负责人,制作笔录。',
  })),
  onCase(officer, 'conclude', (on) => ({
    second: second(on),
    penalty: 'FINE',
    amount: 800_000,
    partyKind: 'ORGANISATION',
    reviewReason: 'NONE',
    major: false,
    report: '倾倒渣土约十立方米,事实清楚,证据充分,拟罚款八千元。',
  })),
  onCase(head, 'issueNotice', { note: '拟罚款八千元,告知陈述、申辩权利。' }),
  onCase(officer, 'serveNotice', served),
  onCase(officer, 'waiveDefence', { written: '当事人书面放弃陈述、申辩。' }),
  onCase(officer, 'submitDecision', { note: '提请作出处罚决定。' }),
  onCase(head, 'decideFine', { amount: 800_000, note: '罚款八千元。' }),
  onCase(officer, 'serveDecision', served),
];

/** Performance, rectification, publication, closing and feedback down to the caller. */
const performance: readonly LifeStep[] = [
  onCase(officer, 'payInFull', { voucher: '缴款凭证一张。' }),
  onCase(officer, 'orderRectification', (on) => ({
    second: second(on),
    dueOn: day(on, 15),
    note: '责令清除倾倒的渣土。',
  })),
  onCase(officer, 'verifyRectification', (on) => ({ second: second(on), note: '渣土已清除。' })),
  onCase('xiayang-lianluo', 'publish', { note: '已在网站公示。' }),
  onCase('xiayang-lianluo', 'informInformant', { note: '已告知来电人查处结果。' }),
  onCase(officer, 'proposeClosing', { note: '执行完毕,提请结案。' }),
  onCase(head, 'close'),
  {
    on: 'lead',
    by: officer,
    command: 'sendFinalFeedback',
    input: { result: '罚款八千元已缴清,渣土已清除。', informant: '已告知来电人处理结果。' },
  },
  {
    by: 'xiayang-chengban',
    command: 'submitResult',
    input: {
      resultType: 'EXPLAINED',
      note: '线索已立案查处,结果已告知。',
      explanation: '倾倒渣土的单位已被罚款八千元并完成清除。',
    },
  },
  { by: 'xiayang-fenguan', command: 'approveResult', input: { note: '同意。' } },
  {
    by: 'huifang',
    command: 'recordCallback',
    input: { outcome: 'REACHED', contacted: 'YES', resolved: 'YES', satisfaction: 'SATISFIED' },
  },
  { by: 'paidan2', command: 'close', input: { note: '回访满意,予以办结。' } },
  {
    ...onCase(head, 'reportOffender', {
      enterprise: '某运输公司化名',
      note: '半年内第三次被查处。',
    }),
    opens: 'matter',
  },
  {
    on: 'matter',
    by: 'duban',
    command: 'warn',
    input: { grounds: 'REPEATED_OFFENDER', requirement: '立即整顿车队,十日内报送整改情况。' },
  },
];

/** 工单 → 线索 → 案件 → 反馈来电人,多次违法的企业另立督查事项。 */
export const waste: Life = {
  key: 'waste-01',
  title: '来电反映偷倒渣土,查处后反馈',
  type: 'hotline-ticket',
  by: 'paidan1',
  people: ['xiayang-zhifa2'],
  input: {
    caller: { name: '吴化名', phone: '13900000403' },
    text: '昨晚有渣土车在河边空地倾倒建筑垃圾,请尽快查处。',
    address: '青松公路近淀山湖大道',
    town: 'xiayang',
    matter: 'ASSIST_COMPLAINT',
  },
  steps: [...ticket, ...lead, ...decision, ...performance],
};
