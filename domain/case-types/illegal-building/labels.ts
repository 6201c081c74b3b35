export const SOURCES = {
  PATROL: '日常巡查',
  DRONE: '无人机、卫片',
  HOTLINE: '12345 热线',
  PETITION: '信访',
  REPORT: '群众举报',
  TRANSFER: '部门移送',
} as const;
export type Source = keyof typeof SOURCES;

/** Sources that are somebody's complaint; all others are found before any. */
export const COMPLAINTS: readonly Source[] = ['HOTLINE', 'PETITION', 'REPORT'];

export const KINDS = {
  VILLA: '别墅、低层住宅私搭乱建',
  ROOF: '屋顶、露台搭建',
  GROUND: '侵占公共空间',
  VILLAGE: '农村违法搭建',
  INDUSTRIAL: '工业园区违法搭建',
  OTHER: '其他违法建筑',
} as const;
export type Kind = keyof typeof KINDS;

export const BUILDS = { ONGOING: '在建', EXISTING: '存量' } as const;
export type Build = keyof typeof BUILDS;

/** What a building is found to be: which routes it may be closed by follows from it. */
export const CLASSES = {
  MUST_REMOVE: '应当拆除',
  CORRECTABLE: '可改正,可补办许可',
  LEGACY: '历史遗留',
} as const;
export type BuildingClass = keyof typeof CLASSES;

/** How a building is closed: each is counted for itself. */
export const ROUTES = {
  REMOVED: '拆除',
  PERMIT_SIGNOFF: '补证销项',
  CONVERTED: '转性销项',
  POLICY_SIGNOFF: '政策销项',
} as const;
export type Route = keyof typeof ROUTES;

/** Routes other than removal, which somebody has to choose. */
export const PURSUED = {
  PERMIT_SIGNOFF: ROUTES.PERMIT_SIGNOFF,
  CONVERTED: ROUTES.CONVERTED,
  POLICY_SIGNOFF: ROUTES.POLICY_SIGNOFF,
} as const;
export type PursuedRoute = keyof typeof PURSUED;

export const ROUTES_OF: Readonly<Record<BuildingClass, readonly PursuedRoute[]>> = {
  MUST_REMOVE: [],
  CORRECTABLE: ['PERMIT_SIGNOFF'],
  LEGACY: ['PERMIT_SIGNOFF', 'CONVERTED', 'POLICY_SIGNOFF'],
};

export const STOP_MEASURES = {
  ORDERED: '责令停工',
  SEIZED: '责令停工并查封施工现场、扣押工具',
} as const;

export const AUTHORITIES = {
  PLANNING: '规划资源部门',
  HOUSING: '房屋管理部门',
  WATER: '水务部门',
  TRANSPORT: '交通部门',
  OTHER_DISTRICT: '其他区',
} as const;

export const SERVICE_METHODS = { DIRECT: '直接送达', LEFT: '留置送达', POST: '邮寄送达' } as const;

export const SUITS = { REVIEW: '行政复议', SUIT: '行政诉讼' } as const;

/** On what duties stand still; the words are those of their rules. */
export const STANDING = { ANNOTATED: '产权注记', PROCEEDINGS: '复议、诉讼' } as const;
export type Standing = keyof typeof STANDING;

/** Steps of other buildings that one takes notice of. */
export const TOLD = ['BuildingMerged', 'BuildingUnmerged'] as const;
