import type { Category, Nature } from './labels.ts';

/**
 * What a route leads to: a reply; the organ outside that is named; a legal procedure of the organ that handles it;
 * or the organ's own investigation that ends in an opinion.
 */
export type Way = 'REPLY' | 'OUTSIDE' | 'PROCEDURE' | 'OPINION';

export interface Route {
  readonly category: Category;
  readonly nature: Nature;
  readonly clause: string;
  readonly way: Way;
  /** Policy key of the time that it has. */
  readonly limit: string;
  readonly label: string;
  /** Who takes what goes outside. */
  readonly organ?: string;
}

/** The decision table of articles 29 to 31: category and nature find one row; what no row names is no route. */
// biome-ignore format: a table reads row by row
export const ROUTES = {
  ART29:          { category: 'SUGGESTION', nature: 'OTHER',          clause: '《信访工作条例》第29条',       way: 'REPLY',     limit: 'petition.notice15',       label: '建议意见:研究论证并答复' },
  ART30:          { category: 'REPORT',     nature: 'OTHER',          clause: '《信访工作条例》第30条',       way: 'OUTSIDE',   limit: 'petition.route15',        label: '检举控告:移送纪检监察', organ: '纪检监察机关' },
  ART30_CADRES:   { category: 'REPORT',     nature: 'CADRES',         clause: '《信访工作条例》第30条',       way: 'OUTSIDE',   limit: 'petition.route15',        label: '检举控告:移送组织(人事)部门', organ: '组织(人事)部门' },
  ART31_1:        { category: 'APPEAL',     nature: 'LITIGATION',     clause: '《信访工作条例》第31条第1项', way: 'OUTSIDE',   limit: 'petition.otherProcedure', label: '诉讼、检察、公安程序', organ: '政法机关' },
  ART31_2:        { category: 'APPEAL',     nature: 'ARBITRATION',    clause: '《信访工作条例》第31条第2项', way: 'OUTSIDE',   limit: 'petition.otherProcedure', label: '仲裁程序', organ: '仲裁机构' },
  ART31_3:        { category: 'APPEAL',     nature: 'PARTY_APPEAL',   clause: '《信访工作条例》第31条第3项', way: 'OUTSIDE',   limit: 'petition.otherProcedure', label: '党员申诉等程序', organ: '有关党组织' },
  ART31_4:        { category: 'APPEAL',     nature: 'ADMINISTRATIVE', clause: '《信访工作条例》第31条第4项', way: 'PROCEDURE', limit: 'petition.otherProcedure', label: '行政程序' },
  ART31_5:        { category: 'APPEAL',     nature: 'VIOLATION',      clause: '《信访工作条例》第31条第5项', way: 'PROCEDURE', limit: 'petition.otherProcedure', label: '查处违法行为、履行职责' },
  ART31_6:        { category: 'APPEAL',     nature: 'OTHER',          clause: '《信访工作条例》第31条第6项', way: 'OPINION',   limit: 'petition.handle60',       label: '听取陈述、调查核实、出具处理意见书' },
} as const satisfies Record<string, Route>;

export type RouteId = keyof typeof ROUTES;

/** The row that fits; undefined where the table has none. */
export function routeFor(category: Category, nature: Nature): RouteId | undefined {
  const found = Object.entries(ROUTES).find(
    ([, route]) => route.category === category && route.nature === nature,
  );
  return found?.[0] as RouteId | undefined;
}

export const routeOf = (id: RouteId): Route => ROUTES[id];
