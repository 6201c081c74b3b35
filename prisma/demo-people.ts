/** Made-up people for trying the system out: the names are roles, nobody real. */
export interface DemoPerson {
  readonly account: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly string[];
}

const person = (
  account: string,
  name: string,
  unit: string,
  ...roles: readonly string[]
): DemoPerson => ({ account, name, unit, roles });

/** A unit's own staff: somebody signs for it, somebody handles, somebody reviews. */
const staff = (unit: string, short: string): readonly DemoPerson[] => [
  person(`${unit}-lianluo`, `${short}联络员`, unit, 'coordinator'),
  person(`${unit}-chengban`, `${short}承办人`, unit, 'handler'),
  person(`${unit}-fenguan`, `${short}分管领导`, unit, 'unitLead'),
];

/** Every demo account has this password; production never seeds demo people. */
export const DEMO_PASSWORD = 'bihuan-demo';

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('paidan1', '派单员甲', 'ops-centre', 'dispatcher'),
  person('paidan2', '派单员乙', 'ops-centre', 'dispatcher'),
  person('huifang', '回访员', 'ops-centre', 'callbackAgent'),
  person('duban', '督办员', 'ops-centre', 'supervisor'),
  ...staff('xiayang', '夏阳'),
  ...staff('xujing', '徐泾'),
  ...staff('zhujiajiao', '朱家角'),
  ...staff('housing', '房管局'),
];
