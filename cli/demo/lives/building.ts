import type { Life, LifeStep, Scene } from '../life.ts';

const officer = 'xiayang-zhifa1';
const onBuilding = (by: string, command: string, input: LifeStep['input'] = {}): LifeStep => ({
  by,
  command,
  input,
  on: 'building',
});
const SIZE = { area: 46, buildings: 1 };

/** 市民反映在建违法搭建,两小时内到场,责令停工,认定后限期拆除,当事人自行拆除,区级销项、归档。 */
export const building: Life = {
  key: 'building-01',
  title: '热线反映在建违法搭建,停工、拆除、销项',
  type: 'hotline-ticket',
  by: 'paidan1',
  people: ['xiayang-zhifa2'],
  input: {
    caller: { name: '邻居化名', phone: '13900000421' },
    text: '隔壁院内正在砌墙搭建房屋样例。',
    address: '湖畔路 9 弄 3 号',
    town: 'xiayang',
    matter: 'ASSIST_COMPLAINT',
  },
  steps: [
    {
      by: 'paidan1',
      command: 'convertToBuilding',
      input: { kind: 'VILLA', build: 'ONGOING', town: 'xiayang' },
      opens: 'building',
    },
    onBuilding('xiayang-xuncha1', 'recordArrival', {
      build: 'ONGOING',
      note: '院内正在砌墙,无规划许可。',
    }),
    onBuilding(officer, 'stop', ({ idOf }: Scene) => ({
      measure: 'ORDERED',
      second: idOf('xiayang-zhifa2'),
      ...SIZE,
      note: '当场送达停工通知书,施工人员撤离。',
    })),
    onBuilding(officer, 'classify', ({ idOf }: Scene) => ({
      class: 'MUST_REMOVE',
      second: idOf('xiayang-zhifa2'),
      ...SIZE,
      note: '未取得建设工程规划许可证。',
    })),
    onBuilding('xiayang-fuzeren', 'decide', {
      party: { name: '住户化名', phone: '13900000422' },
      requirement: '十五日内自行拆除。',
    }),
    onBuilding(officer, 'serve', { method: 'DIRECT', receipt: '送达回证:当事人签收。' }),
    onBuilding('xiayang-xuncha1', 'tellReporter', { result: '已责令停工并决定限期拆除。' }),
    onBuilding('xiayang-xuncha1', 'recordRemoval', {
      before: '拆除前照片。',
      after: '拆除后照片(同一角度)。',
      ...SIZE,
    }),
    onBuilding('urban-enforcement-chaiwei1', 'writeOff', { note: '同意销项。' }),
    onBuilding('urban-enforcement-chaiwei1', 'archive'),
  ],
};
