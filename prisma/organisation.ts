/** A unit of the district's organisation. */
export interface SeedUnit {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly kind: 'centre' | 'town' | 'bureau';
  readonly pinyin: string;
}

const unit = (
  code: string,
  kind: SeedUnit['kind'],
  name: string,
  short: string,
  pinyin: string,
): SeedUnit => ({ code, kind, name, short, pinyin });

/** In display order: sorting by pinyin would misread 重固. */
export const UNITS: readonly SeedUnit[] = [
  unit('ops-centre', 'centre', '青浦区城市运行管理中心', '区城运中心', 'quchengyunzhongxin'),
  unit('xiayang', 'town', '夏阳街道', '夏阳', 'xiayang'),
  unit('yingpu', 'town', '盈浦街道', '盈浦', 'yingpu'),
  unit('xianghuaqiao', 'town', '香花桥街道', '香花桥', 'xianghuaqiao'),
  unit('zhujiajiao', 'town', '朱家角镇', '朱家角', 'zhujiajiao'),
  unit('liantang', 'town', '练塘镇', '练塘', 'liantang'),
  unit('jinze', 'town', '金泽镇', '金泽', 'jinze'),
  unit('zhaoxiang', 'town', '赵巷镇', '赵巷', 'zhaoxiang'),
  unit('xujing', 'town', '徐泾镇', '徐泾', 'xujing'),
  unit('huaxin', 'town', '华新镇', '华新', 'huaxin'),
  unit('chonggu', 'town', '重固镇', '重固', 'chonggu'),
  unit('baihe', 'town', '白鹤镇', '白鹤', 'baihe'),
  unit(
    'urban-enforcement',
    'bureau',
    '青浦区城市管理行政执法局',
    '区城管执法局',
    'chengguanzhifaju',
  ),
  unit('greening', 'bureau', '青浦区绿化和市容管理局', '区绿化市容局', 'lvhuashirongju'),
  unit('construction', 'bureau', '青浦区建设和管理委员会', '区建管委', 'jianguanwei'),
  unit('agriculture', 'bureau', '青浦区农业农村委员会', '区农业农村委', 'nongyenongcunwei'),
  unit('housing', 'bureau', '青浦区住房保障和房屋管理局', '区房管局', 'fangguanju'),
  unit('water', 'bureau', '青浦区水务局', '区水务局', 'shuiwuju'),
  unit('petition', 'bureau', '青浦区信访办公室', '区信访办', 'xinfangban'),
  unit('data', 'bureau', '青浦区数据局', '区数据局', 'shujuju'),
];
