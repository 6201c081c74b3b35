import * as conversion from './conversions.ts';
import { mergedFacts, withoutUnit } from './facts.ts';
import * as guard from './guards.ts';
import * as form from './inputs.ts';
import { ACTIVE, HANDLING, OPEN, ticketCommands } from './shape.ts';
import * as tie from './tie-guards.ts';

const EARLY = ['pendingDispatch', ...HANDLING] as const;

/** What ties it to other cases: merge, incident, repeat, conversion (T18, T19; docs/rules.md 18). */
// biome-ignore format: a clerk reads each line from left to right
export const ticketTies = ticketCommands({
  merge: {
    label: '合并(重复件)', by: 'dispatcher', from: EARLY, to: 'merged', input: form.merge, event: 'TicketMerged', links: 'merge',
    refuse: [tie.mergeOfHandled, tie.mergedCasesHang],
    evolve: mergedFacts,
    tells: [{ link: 'merge', end: 'to', command: 'takeInMerged' }],
    notify: ['coordinator'],
  },
  unmerge: {
    label: '撤销合并', by: 'dispatcher', from: 'merged', to: 'pendingDispatch', input: form.note, event: 'MergeUndone', unlinks: 'merge',
    refuse: [tie.masterClosed],
    evolve: ({ merged: _merged, ...facts }) => withoutUnit(facts),
    tells: [{ link: 'merge', end: 'to', command: 'mergedLeft' }],
  },
  takeInMerged: { label: '并入重复件', by: 'system', from: ACTIVE, input: form.linkedStep, event: 'DuplicateTakenIn' },
  mergedLeft: { label: '重复件撤出', by: 'system', from: ACTIVE, input: form.linkedStep, event: 'DuplicateLeft' },
  noteMasterClosed: {
    label: '主件已办结', by: 'system', from: 'merged', input: form.linkedStep, event: 'MasterClosed',
    evolve: (facts) => ({ ...facts, masterClosed: true }),
    notify: ['callbackAgent'],
  },
  callBackMerged: {
    label: '并件回访', by: 'callbackAgent', from: 'merged', to: 'archived', input: form.callback, event: 'MergedCalledBack',
    refuse: [tie.masterOpen, guard.handlerCannotCallBack, guard.attemptsMissing],
    evolve: (facts, { actor }) => ({ ...facts, calledBackBy: actor }),
  },
  joinIncident: { label: '并入同诉组', by: 'dispatcher', from: ACTIVE, input: form.tie, event: 'IncidentJoined', links: 'incident' },
  leaveIncident: { label: '移出同诉组', by: 'dispatcher', from: ACTIVE, input: form.note, event: 'IncidentLeft', unlinks: 'incident' },
  markRepeat: {
    label: '标记重复投诉', by: 'dispatcher', from: ACTIVE, input: form.repeat, event: 'RepeatMarked', links: 'repeat',
    refuse: [tie.repeatOfOpen],
    evolve: (facts) => ({ ...facts, isRepeat: true }),
    notify: ['supervisor'],
  },
  convertToLead: {
    label: '转建筑垃圾线索', by: ['dispatcher', 'coordinator'], from: EARLY, input: conversion.toLead, event: 'ConvertedToLead', converts: conversion.lead,
  },
  convertToHazard: {
    label: '转安全隐患', by: ['dispatcher', 'coordinator'], from: EARLY, input: conversion.toHazard, event: 'ConvertedToHazard', converts: conversion.hazard,
  },
  convertToBuilding: {
    label: '转违法建筑', by: ['dispatcher', 'coordinator'], from: EARLY, input: conversion.toBuilding, event: 'ConvertedToBuilding', converts: conversion.building,
  },
  convertToPetition: {
    label: '转信访', by: 'dispatcher', from: EARLY, input: conversion.toPetition, event: 'ConvertedToPetition', converts: conversion.petition,
  },
  transferOut: {
    label: '转出(信访已受理)', by: 'dispatcher', from: OPEN, to: 'transferredOut', input: form.transfer, event: 'TicketTransferredOut',
    refuse: [tie.petitionNotAccepted],
    tells: [{ link: 'merge', end: 'from', command: 'noteMasterClosed' }],
  },
  noteLinked: {
    label: '关联案件进展', by: 'system', from: [...ACTIVE, 'closed', 'merged'], input: conversion.linkedStep, event: 'LinkedCaseMoved',
    evolve: conversion.noted,
    notify: ['dispatcher'],
  },
});
