import type { ReactNode } from 'react';
import type { Light } from '../server/contract.ts';
import { leftText } from './due-text.ts';

const SHAPES: Readonly<Record<Light, string>> = { red: '■', yellow: '▲', green: '●' };
const NAMES: Readonly<Record<Light, string>> = { red: '超时', yellow: '预警', green: '正常' };

/** A light by shape, colour and words: none of the three alone. */
export function LightMark({ light, children }: { light: Light; children?: ReactNode }) {
  return (
    <span className={`light light-${light}`}>
      <span aria-hidden="true">{SHAPES[light]}</span> {children ?? NAMES[light]}
    </span>
  );
}

/** A light with the time left, or the time by which it is late. */
export function LightChip({ light, due, asOf }: { light: Light; due: string; asOf: string }) {
  return (
    <LightMark light={light}>
      <span className="unseen">{NAMES[light]}:</span>
      {leftText(light, due, asOf)}
    </LightMark>
  );
}

export function ProvisionalMark() {
  return (
    <abbr className="mark mark-plain" title="放假安排尚未公布,日期暂按周一至周五推算">
      暂定
    </abbr>
  );
}

export function UrgentMark() {
  return (
    <span className="mark mark-urgent" title="紧急件">
      急
    </span>
  );
}
