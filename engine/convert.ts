import { randomUUID } from 'node:crypto';
import { decideOpening } from '../domain/decider.ts';
import type { AnyCommandSpec, CaseType } from '../domain/define-case-type.ts';
import { pathOf } from '../domain/definition/link-guards.ts';
import type { CaseLink, PassedOn } from '../domain/definition/links.ts';
import { currentCaseType } from '../domain/registry.ts';
import type { Refusal } from '../domain/rejection.ts';
import { sealedFields } from '../domain/sealing.ts';
import type { Change } from './change.ts';
import type { Opening } from './create-case.ts';
import type { Transaction } from './database.ts';
import type { CommandRequest } from './command-request.ts';
import type { Engine } from './engine.ts';
import { openSealed } from './sealer.ts';
import { nobodyAtOpening, unknownUnit } from './units.ts';
import type { DataKey } from './vault.ts';

/** A conversion that may be carried out: the other type and the opening of its case. */
export interface Conversion {
  readonly type: CaseType;
  readonly opening: Opening;
  readonly object?: string;
}

/**
 * What a command's conversion comes to: the other case's opening, decided as any other, or why not. Nothing is written.
 * Sealed values that are passed on are opened with the source's key, to be sealed anew with the other case's own.
 */
export async function planConversion(
  tx: Transaction,
  engine: Engine,
  change: Change,
  spec: AnyCommandSpec,
  request: CommandRequest & { readonly input: object },
  key: DataKey,
  now: number,
): Promise<Conversion | Refusal | undefined> {
  const { converts } = spec;
  if (!converts) return undefined;
  const type = currentCaseType(converts.to);
  if (!type) throw new Error(`no case type ${converts.to}`);
  const { state, rules, number } = change;
  const { actor } = request;
  const asked = converts.opening(state.facts as never, request.input as never);
  const input = await openPassedOn(tx, type, asked, key);
  const decision = decideOpening(type, { actor, input, converted: true }, now);
  if (!decision.ok) return decision.refusal;
  const refusal =
    (await unknownUnit(tx, type.opens.input, decision.input, actor)) ??
    (await nobodyAtOpening(tx, engine.rulesForNew(type, now), { ...decision, actor }, now));
  if (refusal) return refusal;
  const object = converts.object?.(request.input as never);
  const source: CaseLink = {
    kind: 'conversion',
    end: 'from',
    caseId: state.caseId,
    number,
    type: rules.type.id,
    path: pathOf(rules.type.id, state.links),
    ...(object !== undefined && { object }),
  };
  const { role, receivedAt } = decision;
  const commandId = `${state.caseId}:${state.version + 1}:opened`;
  const opening = { caseId: randomUUID(), actor, role, input: decision.input, receivedAt };
  return {
    type,
    opening: { ...opening, commandId, source },
    ...(object !== undefined && { object }),
  };
}

/** How the source sees the case that came of it. */
export const linkTo = (child: Change, object: string | undefined): CaseLink => ({
  kind: 'conversion',
  end: 'to',
  caseId: child.state.caseId,
  number: child.number,
  type: child.rules.type.id,
  ...(object !== undefined && { object }),
});

async function openPassedOn(
  tx: Transaction,
  type: CaseType,
  asked: object,
  key: DataKey,
): Promise<object> {
  const kinds = sealedFields(type.opens.input);
  const entries = await Promise.all(
    Object.entries(asked).map(async ([name, value]: [string, unknown]) => {
      if (!isPassedOn(value)) return [name, value] as const;
      const text = await openSealed(tx, value.sealed, key);
      return [name, kinds[name] === 'identity' ? (JSON.parse(text) as object) : text] as const;
    }),
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const isPassedOn = (value: unknown): value is PassedOn =>
  typeof value === 'object' &&
  value !== null &&
  'sealed' in value &&
  typeof value.sealed === 'string';
