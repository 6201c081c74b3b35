/** A unit of the district's organisation. */
export interface SeedUnit {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly kind: 'centre' | 'town' | 'bureau' | 'section';
  readonly pinyin: string;
  /** The unit that a section, village or committee belongs to. */
  readonly parent?: string;
}

const unit = (
  code: string,
  kind: SeedUnit['kind'],
  name: string,
  short: string,
  pinyin: string,
): SeedUnit => ({ code, kind, name, short, pinyin });

/** In display order: sorting by pinyin would misread 重固. */
const MAIN: readonly SeedUnit[] = [
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
  unit('gov-office', 'bureau', '青浦区人民政府办公室', '区府办', 'qufuban'),
];

/** A part of a unit that takes work within it: code, name and pinyin follow the unit's own. */
const section = (parent: SeedUnit, code: string, name: string, pinyin: string): SeedUnit => ({
  code: `${parent.code}-${code}`,
  name: `${parent.kind === 'town' ? parent.name : parent.short}${name}`,
  short: `${parent.short}${name}`,
  kind: 'section',
  pinyin: `${parent.pinyin}${pinyin}`,
  parent: parent.code,
});

/** A committee of residents or villagers; the names are made up. */
const committee = (parent: SeedUnit, code: string, name: string, pinyin: string): SeedUnit => ({
  ...section(parent, code, name, pinyin),
  name: `${parent.short}${name}`,
});

const sectionsOfTown = (town: SeedUnit): readonly SeedUnit[] => [
  section(town, 'ops', '城运分中心', 'chengyunfenzhongxin'),
  section(town, 'enforcement', '综合行政执法队', 'zonghexingzhengzhifadui'),
  committee(town, 'committee-a', '示范居委会', 'shifanjuweihui'),
  town.name.endsWith('镇')
    ? committee(town, 'village-a', '示范村委会', 'shifancunweihui')
    : committee(town, 'committee-b', '样板居委会', 'yangbanjuweihui'),
];

/** Sections of bureaus that handle matters themselves. */
const BUREAU_SECTIONS: Readonly<Record<string, readonly [string, string, string]>> = {
  'urban-enforcement': ['brigade', '执法大队', 'zhifadadui'],
  greening: ['appearance', '市容管理科', 'shirongguanlike'],
  housing: ['property', '物业管理科', 'wuyeguanlike'],
};

const sectionsOf = (parent: SeedUnit): readonly SeedUnit[] => {
  const own = BUREAU_SECTIONS[parent.code];
  if (parent.kind === 'town') return sectionsOfTown(parent);
  return own ? [section(parent, ...own)] : [];
};

/** The whole organisation, in display order: units first, then what belongs to them. */
export const UNITS: readonly SeedUnit[] = [...MAIN, ...MAIN.flatMap(sectionsOf)];
