import { momentText } from '../light/due-text.ts';
import { LightChip, LightMark, ProvisionalMark } from '../light/light-chip.tsx';
import type { Clock } from '../server/case-detail.ts';
import { Reckoning } from './reckoning.tsx';

const ENDINGS: Readonly<Record<Exclude<Clock['status'], 'running' | 'paused'>, string>> = {
  met: '按时完成',
  breached: '超时完成',
  superseded: '已终止',
};

/** Every duty of the case: the running ones open, those that ended one line each. */
export function Clocks({ clocks, asOf }: { clocks: readonly Clock[]; asOf: string }) {
  const goesOn = ({ status }: Clock): boolean => status === 'running' || status === 'paused';
  const running = clocks.filter(goesOn);
  const ended = clocks.filter((clock) => !goesOn(clock)).reverse();
  const byDue = [...running].sort((a, b) => a.internalDue.localeCompare(b.internalDue));
  return (
    <section className="panel" aria-labelledby="clocks">
      <h2 id="clocks">期限说明</h2>
      {byDue.map((clock) => (
        <RunningClock key={keyOf(clock)} clock={clock} asOf={asOf} />
      ))}
      {running.length === 0 && <p className="quiet">没有正在计时的期限</p>}
      {ended.map((clock) => (
        <EndedClock key={keyOf(clock)} clock={clock} />
      ))}
    </section>
  );
}

/** Clocks of one name run at the same time for several units or documents. */
const keyOf = ({ clock, round, subject, object }: Clock): string =>
  [clock, round, subject?.code, object].join(':');

function nameOf({ label, round, subject, object }: Clock): string {
  if (object !== null) return `${label}(${object})`;
  if (subject) return `${label}(${subject.short})`;
  return round > 1 ? `${label}(第 ${round} 轮)` : label;
}

function RunningClock({ clock, asOf }: { clock: Clock; asOf: string }) {
  return (
    <article className="clock" aria-label={nameOf(clock)}>
      <div className="clock-head">
        <h3>{nameOf(clock)}</h3>
        {clock.promised && <span className="mark mark-plain">对市民承诺</span>}
        <span className="quiet">{clock.duty}</span>
        <span className="spring" />
        {clock.pausedAt === null && (
          <LightChip light={clock.light} due={clock.internalDue} asOf={asOf} />
        )}
      </div>
      {clock.pausedAt === null ? (
        <DueDates clock={clock} asOf={asOf} />
      ) : (
        <div>自 {momentText(clock.pausedAt, asOf)} 起挂起,恢复办理后重新计算到期时间</div>
      )}
      <Reckoning clock={clock} />
    </article>
  );
}

function DueDates({ clock, asOf }: { clock: Clock; asOf: string }) {
  const { internalDue, statutoryDue } = clock;
  const one = Date.parse(internalDue) === Date.parse(statutoryDue);
  return (
    <div>
      {one ? '到期' : '内控到期'}{' '}
      <time dateTime={internalDue} className="figures">
        <b>{momentText(internalDue, asOf)}</b>
      </time>
      {!one && (
        <>
          {' · 届满 '}
          <time dateTime={statutoryDue} className="figures">
            {momentText(statutoryDue, asOf)}
          </time>
        </>
      )}{' '}
      {clock.provisional && <ProvisionalMark />}
    </div>
  );
}

function EndedClock({ clock }: { clock: Clock }) {
  const { status, endedAt } = clock;
  return (
    <details className="clock clock-ended">
      <summary>
        <span>
          <span>{nameOf(clock)}</span>
          <span className="quiet figures">{endedAt && momentText(endedAt)}</span>
          <Ending status={status} />
        </span>
      </summary>
      <DueDates clock={clock} asOf={endedAt ?? clock.startedAt} />
      <Reckoning clock={clock} />
    </details>
  );
}

/** What was neither kept nor missed shows no light. */
function Ending({ status }: Pick<Clock, 'status'>) {
  if (status === 'running' || status === 'paused') return null;
  if (status === 'superseded') return <span className="quiet">— {ENDINGS[status]}</span>;
  return <LightMark light={status === 'met' ? 'green' : 'red'}>{ENDINGS[status]}</LightMark>;
}
