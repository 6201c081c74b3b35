import type { Life } from '../life.ts';

const RECEIPT = { method: 'DIRECT', receipt: '送达回证:信访人签收。' };

/** 信访件:登记、甄别、转送、受理、办理、处理意见、送达,信访人书面同意后结案。 */
export const petition: Life = {
  key: 'petition-01',
  title: '申诉求决,出具处理意见书',
  type: 'petition',
  by: 'petition-xinfang1',
  input: {
    petitioner: { name: '周化名', phone: '13900000401' },
    text: '小区公共维修资金使用情况多年没有公示,要求公开明细并说明依据。',
    address: '盈港路小区',
    town: 'xiayang',
    channel: 'VISIT',
    category: 'APPEAL',
  },
  steps: [
    {
      by: 'petition-xinfang1',
      command: 'completeRegistration',
      input: { nature: 'OTHER', note: '身份已核对,属申诉求决类。' },
    },
    { by: 'petition-xinfang1', command: 'giveReceipt', input: { notice: '当场告知已收到。' } },
    {
      by: 'petition-xinfang1',
      command: 'forward',
      input: { leadUnit: 'housing', note: '属物业管理事项,转送房管部门。' },
    },
    { by: 'housing-lianluo', command: 'receive' },
    { by: 'housing-lianluo', command: 'accept', input: { procedure: 'ORDINARY' } },
    { by: 'housing-lianluo', command: 'serveAcceptance', input: RECEIPT },
    {
      by: 'housing-chengban',
      command: 'recordInvestigation',
      input: { note: '已调取近三年维修资金账目,并听取业委会意见。' },
    },
    {
      by: 'housing-chengban',
      command: 'draftOpinion',
      input: {
        kind: 'EXPLAINED',
        facts: '账目已审计并张贴公示,使用经业主表决通过。',
        remedy: '不服本意见的,可自收到之日起三十日内请求复查。',
      },
    },
    { by: 'housing-fenguan', command: 'issueOpinion' },
    { by: 'housing-lianluo', command: 'deliverOpinion', input: RECEIPT },
    {
      by: 'petition-xinfang1',
      command: 'acceptOpinion',
      input: { evidence: '信访人书面表示同意处理意见。' },
    },
    { by: 'petition-xinfang2', command: 'close' },
  ],
};
