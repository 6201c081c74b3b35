import type { Life } from '../life.ts';

/** 智慧水表橙色预警:推送、确认、核实、派遣水务局、到场、恢复,值班长关闭。 */
export const warning: Life = {
  key: 'warning-01',
  title: '智慧水表预警,到场检修,恢复关闭',
  type: 'warning',
  by: 'tizheng',
  input: {
    source: 'WATER_METER',
    level: 'ORANGE',
    objectId: 'SB-000123',
    text: '独居老人户连续四十八小时用水为零样例。',
    address: '公园路 18 号 201 室',
    town: 'xiayang',
  },
  steps: [
    { by: 'tizheng', command: 'push', input: { channel: 'PLATFORM', receipt: '平台回执 0001' } },
    { by: 'zhishou1', command: 'acknowledge' },
    { by: 'zhishou1', command: 'verifyReal', input: { check: '电话未接,需上门。' } },
    {
      by: 'zhishou1',
      command: 'dispatch',
      input: { leadUnit: 'water', requirement: '上门查看并检查水表。' },
    },
    { by: 'water-chengban', command: 'reachSite', input: { note: '已到场,老人外出,水表卡滞。' } },
    {
      by: 'water-chengban',
      command: 'recover',
      input: { cause: 'EQUIPMENT', measure: '更换水表。', reading: '用水读数恢复。' },
    },
    { by: 'zhibanzhang', command: 'close', input: { note: '家属已确认平安。' } },
  ],
};
