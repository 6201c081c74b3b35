import { z } from 'zod';
import { type CaseType, defineCaseType } from '../../../domain/define-case-type.ts';

const nothing = z.strictObject({});

/** A small type with what the released ones lack: reviews of reviews, and labels that Mermaid would stumble over. */
export const aType: CaseType = defineCaseType<object>()({
  id: 'a-type',
  version: 7,
  label: '样例',
  prefix: 'YL',
  roles: {
    clerk: { label: '经办人', at: 'unit' },
    chief: { label: '负责人,"甲"', at: 'centre' },
  },
  escalatesTo: { lead: 'clerk', supervisor: 'chief', leadership: 'chief' },
  states: {
    draft: { label: '草稿: "甲"' },
    review: { label: '审核;一' },
    appeal: { label: '复核 #2' },
    done: { label: '完成', ended: true, final: true },
  },
  opens: {
    label: '登记',
    by: 'clerk',
    to: 'draft',
    input: nothing,
    event: 'Opened',
    receivedAt: () => undefined,
    begin: () => ({}),
  },
  commands: {
    ask: command('提交', 'Asked', 'clerk', 'draft', 'review'),
    back: command('退回', 'Refused', 'chief', 'review', 'previous'),
    appeal: command('申诉', 'Appealed', ['clerk', 'chief'], ['draft', 'review'], 'appeal'),
    undo: command('撤回', 'Undone', 'clerk', 'appeal', 'previous'),
    note: { label: '记录', by: 'clerk', from: 'draft', input: nothing, event: 'Noted' },
    finish: command('办完', 'Finished', 'chief', 'review', 'done'),
    close: command('了结', 'Closed', 'chief', 'review', 'done'),
    expire: command('失效', 'Expired', 'system', 'draft', 'done'),
  },
  clocks: {
    life: {
      label: '有效期',
      limit: 'hotline.reopenWindow',
      starts: ['Opened'],
      ends: ['Expired'],
      duty: 'clerk',
      lapse: 'expire',
    },
    reply: {
      label: '答复期',
      limit: 'hotline.rework',
      starts: ['Asked'],
      ends: ['Finished'],
      duty: 'chief',
      lapse: 'close',
    },
  },
  holders: () => [{ unit: 'a', part: 'lead' }],
  summary: () => {
    throw new Error('has no worklist');
  },
});

function command<
  const By extends 'system' | 'clerk' | 'chief' | readonly ('clerk' | 'chief')[],
  const From,
  const To,
>(label: string, event: string, by: By, from: From, to: To) {
  return { label, event, by, from, to, input: nothing };
}
