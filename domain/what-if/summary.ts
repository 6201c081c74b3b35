import type { Level } from '../clocks/ladder.ts';
import type { CaseDifference } from './difference.ts';

/** Breaches that a draft would add to and take from one unit's cases of one type. */
export interface UnitRow {
  readonly type: string;
  /** Undefined where no unit held the case. */
  readonly unit: string | undefined;
  readonly gained: number;
  readonly lost: number;
}

export interface LevelRow {
  readonly level: Level;
  readonly more: number;
  readonly fewer: number;
}

/** What a draft would have changed, added up. */
export interface Summary {
  readonly changed: number;
  readonly gained: number;
  readonly lost: number;
  readonly units: readonly UnitRow[];
  readonly levels: readonly LevelRow[];
}

/** Adds up differences as they come; memory grows with units and types, not with cases. */
export class Summing {
  #changed = 0;
  readonly #units = new Map<string, UnitRow>();
  readonly #levels = new Map<Level, LevelRow>();

  add({ type, gained, lost, moreLevels, fewerLevels }: CaseDifference): void {
    this.#changed += 1;
    for (const { unit } of gained) this.#addUnit({ type, unit, gained: 1, lost: 0 });
    for (const { unit } of lost) this.#addUnit({ type, unit, gained: 0, lost: 1 });
    for (const { level } of moreLevels) this.#addLevel({ level, more: 1, fewer: 0 });
    for (const { level } of fewerLevels) this.#addLevel({ level, more: 0, fewer: 1 });
  }

  /** Takes in what was added up elsewhere. */
  addAll({ changed, units, levels }: Summary): void {
    this.#changed += changed;
    for (const row of units) this.#addUnit(row);
    for (const row of levels) this.#addLevel(row);
  }

  get summary(): Summary {
    const units = [...this.#units.values()].toSorted(
      (a, b) => a.type.localeCompare(b.type) || (a.unit ?? '').localeCompare(b.unit ?? ''),
    );
    const sum = (of: 'gained' | 'lost') => units.reduce((total, row) => total + row[of], 0);
    const levels = [...this.#levels.values()].toSorted((a, b) => a.level.localeCompare(b.level));
    return { changed: this.#changed, gained: sum('gained'), lost: sum('lost'), units, levels };
  }

  #addUnit(row: UnitRow): void {
    const name = `${row.type} ${row.unit ?? ''}`;
    const known = this.#units.get(name) ?? { ...row, gained: 0, lost: 0 };
    this.#units.set(name, {
      ...known,
      gained: known.gained + row.gained,
      lost: known.lost + row.lost,
    });
  }

  #addLevel(row: LevelRow): void {
    const known = this.#levels.get(row.level) ?? { level: row.level, more: 0, fewer: 0 };
    this.#levels.set(row.level, {
      ...known,
      more: known.more + row.more,
      fewer: known.fewer + row.fewer,
    });
  }
}
