import { note } from '../case-types/inputs.ts';
import type { CaseType, Happened } from '../define-case-type.ts';
import { command } from './command.ts';
import * as guard from './guards.ts';
import * as form from './inputs.ts';
import type { Oversight } from './oversight.ts';

/** Taking the case from its unit: the unit's clocks end and start as the type says, those promised to people go on. */
export function transferCommands(
  by: string,
  { takeOver, changeLead, answers }: Oversight<object>,
): CaseType['commands'] {
  return {
    ...(takeOver && {
      takeOver: command({
        label: '提级办理',
        by,
        from: takeOver.from,
        to: takeOver.to,
        input: note,
        event: 'CaseTakenOver',
        evolve: (facts, { at }) => takeOver.evolve(facts, { leadUnit: '', at }),
        notify: answers,
      }),
    }),
    ...(changeLead && {
      changeLead: command({
        label: '改派主办',
        by,
        from: changeLead.from,
        to: changeLead.to,
        input: form.newLead,
        event: 'LeadChanged',
        refuse: [guard.sameLead(changeLead.leadOf), ...((changeLead.refuse ?? []) as never[])],
        evolve: (facts, { at, input }: Happened<{ leadUnit: string }>) =>
          changeLead.evolve(facts, { leadUnit: input.leadUnit, at }),
        notify: answers,
        sends: true,
      }),
    }),
  };
}
