import type { Life, LifeStep, Scene } from '../life.ts';

const inspector = 'xiayang-xuncha1';
const onHazard = (by: string, command: string, input: LifeStep['input'] = {}): LifeStep => ({
  by,
  command,
  input,
  on: 'hazard',
});

const RECEIPT = { method: 'DIRECT', receipt: '送达回证:店方签收。' };

/** 抽检一批招牌,不合格的成为隐患,管控、通知、整改、两级验收、销项。 */
export const hazard: Life = {
  key: 'hazard-01',
  title: '抽检发现招牌松动,整改销项',
  type: 'spot-check',
  by: 'greening-lianluo',
  people: ['xiayang-xuncha2'],
  input: {
    kind: 'SIGN',
    leadUnit: 'greening',
    count: 2,
    text: '汛期前户外招牌安全抽检样例。',
    address: '公园路沿线',
  },
  steps: [
    {
      by: 'greening-choujian1',
      command: 'recordInspection',
      input: { objectId: 'ZP-0001', result: 'PASS', text: '结构牢固,无锈蚀。' },
    },
    {
      by: 'greening-choujian1',
      command: 'recordFailure',
      input: {
        objectId: 'ZP-0002',
        partName: '主立面招牌',
        text: '招牌两处连接件锈断,有坠落危险。',
        address: '公园路 18 号',
        town: 'xiayang',
      },
      opens: 'hazard',
    },
    { by: 'greening-fenguan', command: 'close' },
    onHazard(inspector, 'register', { photo: '现场照片两张。', location: '临街主立面' }),
    onHazard(inspector, 'gradeSign', ({ idOf }: Scene) => ({
      grade: 'HIGH',
      second: idOf('xiayang-xuncha2'),
      note: '位于人行道上方,连接件断裂。',
    })),
    onHazard(inspector, 'establishControl', { measure: 'FENCED', photo: '围挡照片一张。' }),
    onHazard('xiayang-fenguan', 'issueNotice', {
      party: { name: '某商店化名', phone: '13900000404' },
      requirement: '更换连接件并加固。',
    }),
    onHazard(inspector, 'serveNotice', RECEIPT),
    onHazard('xiayang-lianluo', 'recordSelfCheck', {
      before: '整改前照片。',
      after: '整改后照片(同一角度)。',
      note: '连接件已全部更换。',
    }),
    onHazard('xiayang-xuncha2', 'passTownCheck', { form: '验收表:合格。' }),
    onHazard('greening-yanshou1', 'writeOff', { note: '同意销项。' }),
    onHazard('xiayang-lianluo', 'serveWriteOff', RECEIPT),
  ],
};
