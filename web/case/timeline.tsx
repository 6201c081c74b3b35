import { exactText, momentText } from '../light/due-text.ts';
import type { TimelineEntry } from '../server/case-detail.ts';

/** What happened, newest first; what the system did by itself looks different from what people did. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <section className="panel" aria-labelledby="timeline">
      <h2 id="timeline">
        办理经过 <span className="quiet">共 {entries.length} 条,新的在上</span>
      </h2>
      <ol className="timeline" reversed>
        {[...entries].reverse().map((entry) => (
          <Entry key={entry.version} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { actor, clock, dueAt, fields, moves, targets } = entry;
  return (
    <li className={`entry entry-${entry.kind}`}>
      <div className="entry-head">
        <time dateTime={entry.at} title={exactText(entry.at)} className="figures">
          {momentText(entry.at)}
        </time>
        <strong>
          {clock && `${clock} · `}
          {entry.label}
        </strong>
        <span className="quiet">
          {actor ? `${actor.name}(${actor.unit} ${actor.roleLabel})` : '系统自动'}
        </span>
      </div>
      {(dueAt || targets.length > 0) && (
        <div className="quiet">
          {dueAt && (
            <>
              到时 <time dateTime={dueAt}>{exactText(dueAt)}</time>
            </>
          )}
          {targets.length > 0 && `${dueAt ? ' · ' : ''}已告知 ${targets.join('、')}`}
        </div>
      )}
      {moves.map((move) => (
        <div key={move.clock}>
          {move.clock}:{move.cause},
          {move.to === null
            ? '停止计时'
            : move.to === move.from
              ? `仍为 ${momentText(move.to)}`
              : `由 ${momentText(move.from)} 改至 ${momentText(move.to)}`}
        </div>
      ))}
      {fields.length > 0 && (
        <dl className="pairs">
          {fields.map(({ title, value }) => (
            <FieldPair key={title} title={title} value={value} />
          ))}
        </dl>
      )}
    </li>
  );
}

const FieldPair = ({ title, value }: { title: string; value: string }) => (
  <>
    <dt>{title}</dt>
    <dd className="prose">{value}</dd>
  </>
);
