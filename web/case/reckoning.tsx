import { momentText } from '../light/due-text.ts';
import type { Clock } from '../server/case-detail.ts';

/** How sure the office is of a limit's number. */
const SOURCES: Readonly<Record<string, string>> = {
  verified: '已核对原文',
  recalled: '待核对原文',
  customary: '可按惯例调整',
};

/** Why a due date is what it is: limit, clause, sentence, warnings, and day by day. */
export function Reckoning({ clock }: { clock: Clock }) {
  const usage = usageText(clock);
  return (
    <>
      <div className="quiet">
        {clock.limitText} · {clock.clause}
        {SOURCES[clock.ruleStatus] && ` · ${SOURCES[clock.ruleStatus]}`}
        {` · 规则 ${clock.policy} · 日历 ${clock.calendar}`}
      </div>
      <p className="ledger-text">{clock.ledgerShort}</p>
      {usage && <div className="quiet">{usage}</div>}
      <details>
        <summary>逐日计算与提醒</summary>
        <p className="ledger-text">{clock.ledgerText}</p>
        <Ledger clock={clock} />
        <ul className="levels" aria-label="提醒">
          {clock.levels.map(({ level, label, at, fired }) => (
            <li key={level}>
              <span className="figures">{momentText(at)}</span> {label}
              {fired && <span className="quiet"> 已发出</span>}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** `已用 3 个工作日:夏阳 2、水务 1`; hands are named where there was more than one pair. Nothing is used up of a set day. */
function usageText({ used, legs, limitText }: Clock): string | null {
  const unit = /^\d+ (.*)$/.exec(limitText)?.[1];
  if (unit === undefined) return null;
  const held = legs.filter((leg) => leg.used > 0);
  const hands = held.map((leg) => `${leg.unit?.short ?? '未派'} ${leg.used}`).join('、');
  return `已用 ${used} ${unit}${held.length > 1 ? `:${hands}` : ''}`;
}

/** Days that do not count stand back; what moved the date stands out. */
const CLASSES: Readonly<Record<Clock['ledger'][number]['kind'], string>> = {
  start: 'skipped',
  counted: '',
  skipped: 'skipped',
  paused: 'paused',
  rolled: 'rolled',
  unused: 'skipped',
};

function Ledger({ clock }: { clock: Clock }) {
  return (
    <table className="ledger" aria-label={`${clock.label}逐日计算`}>
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">计入</th>
          <th scope="col">缘由</th>
        </tr>
      </thead>
      <tbody>
        {clock.ledger.map(({ date, kind, counted, reason, span }) => (
          <tr key={`${date} ${kind} ${span ?? ''}`} className={CLASSES[kind]}>
            <td className="figures">{date}</td>
            <td className="figures">
              {kind === 'unused' ? `余 ${round(counted)}` : counted === 0 ? '不计' : round(counted)}
            </td>
            <td>
              {reason}
              {span && <span className="figures quiet"> {span}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Two decimals at most: hours are counted to the millisecond. */
const round = (counted: number): string => String(Math.round(counted * 100) / 100);
