import { describe, expect, test } from '@jest/globals';
import { type CaseType, listOf, previous } from '../../../domain/define-case-type.ts';
import { arrowsOf, standingCommands } from '../../../domain/explain/arrows.ts';
import { diagram } from '../../../domain/explain/diagram.ts';
import { CASE_TYPES } from '../../../domain/registry.ts';
import { aType } from './a-type.ts';

/** The arrows of a diagram as it is read by people: ends and labels. */
function drawn(type: CaseType) {
  return diagram(type)
    .split('\n')
    .flatMap((line) => {
      const [, from = '', to = '', labels = ''] =
        /^ {2}(\S+) --> (\S+?)(?:: (.*))?$/.exec(line) ?? [];
      return from ? [{ from, to, labels: labels === '' ? [] : labels.split('<br/>') }] : [];
    });
}

describe.each([...CASE_TYPES, aType])('the diagram of $id v$version', (type) => {
  const arrows = drawn(type);
  const standing = standingCommands(type);

  test('declares every state once, and nothing else', () => {
    const declared = [...diagram(type).matchAll(/^ {2}state ".+" as (\w+)$/gm)].map(
      ([, key]) => key,
    );
    expect(declared).toEqual(Object.keys(type.states));
  });

  test('has one arrow between two states', () => {
    const ends = arrows.map(({ from, to }) => `${from} ${to}`);
    expect(ends).toEqual([...new Set(ends)]);
  });

  test('draws every command but standing ones once from each of its states, and back to every origin', () => {
    for (const [command, { label, from, to }] of Object.entries(type.commands)) {
      if (standing.includes(command)) continue;
      for (const state of listOf(from)) {
        const ways = arrows.filter((arrow) => {
          const labels = arrow.labels.map((one) => one.replace(/\((或)?自动\)$/, ''));
          return arrow.from === state && labels.includes(label);
        });
        const targets = ways.map((arrow) => arrow.to);
        if (to === previous) expect(targets.length).toBeGreaterThan(0);
        else expect({ label, targets }).toEqual({ label, targets: [to ?? state] });
      }
    }
    const commands = arrows.filter(({ from, to }) => from !== '[*]' && to !== '[*]');
    expect(commands.flatMap(({ labels }) => labels)).toHaveLength(
      arrowsOf(type).filter(({ command }) => !standing.includes(command)).length,
    );
  });

  test('begins with the opening, ends with the final states, and fills the ended ones', () => {
    expect(arrows.filter(({ from }) => from === '[*]')).toEqual([
      { from: '[*]', to: type.opens.to, labels: [type.opens.label] },
    ]);
    const states = Object.entries(type.states);
    const finals = states.filter(([, { final }]) => final).map(([state]) => state);
    expect(arrows.filter(({ to }) => to === '[*]').map(({ from }) => from)).toEqual(finals);
    const ended = states.filter(([, spec]) => spec.ended).map(([state]) => state);
    expect(diagram(type)).toContain(`\n  class ${ended.join(',')} ended\n`);
  });

  test('marks what happens by itself', () => {
    const marked = new Set(
      arrows.flatMap(({ labels }) => labels.filter((label) => label.endsWith('自动)'))),
    );
    const lapsing = Object.values(type.clocks).flatMap(({ lapse }) => lapse ?? []);
    const expected = Object.entries(type.commands)
      .filter(([command, { by }]) => by === 'system' || lapsing.includes(command))
      .filter(([command]) => !standing.includes(command))
      .map(([, { label, by }]) => `${label}(${by === 'system' ? '' : '或'}自动)`);
    expect([...marked].sort()).toEqual(expected.sort());
  });

  test('is the same every time', () => {
    expect(diagram(type)).toBe(diagram(type));
  });
});

test('a way back leads wherever its state is entered from, by a way back as well', () => {
  const ways = arrowsOf(aType).filter(({ command }) => ['back', 'undo'].includes(command));
  expect(ways.map(({ from, to }) => `${from}>${to}`)).toEqual([
    'review>draft',
    'review>appeal',
    'appeal>draft',
    'appeal>review',
  ]);
});

test('arrows between the same two states are one, and no label breaks the diagram', () => {
  expect(diagram(aType)).toBe(`stateDiagram-v2
  state "草稿： ”甲”" as draft
  state "审核；一" as review
  state "复核 ＃2" as appeal
  state "完成" as done
  [*] --> draft: 登记
  draft --> draft: 记录
  draft --> review: 提交
  draft --> appeal: 申诉
  draft --> done: 失效(自动)
  review --> draft: 退回
  review --> appeal: 退回<br/>申诉
  review --> done: 办完<br/>了结(或自动)
  appeal --> draft: 撤回
  appeal --> review: 撤回
  done --> [*]
  classDef ended fill:#e8e8e8,stroke:#888
  class done ended
`);
});
