import { queryOptions } from '@tanstack/react-query';
import type { CaseDetail } from './case-detail.ts';
import type { CaseTypeInfo } from './case-type.ts';
import type { CaseList, Colleague, Me, Notice, Readiness, Unit } from './contract.ts';
import { ProblemError, problemIn, request } from './http.ts';
import type {
  AuditReport,
  AuditSummary,
  ChangeLine,
  ClockHealth,
  DraftResult,
  LimitRow,
  RuleChange,
  RuleVersion,
} from './oversight.ts';
import type { EscalationList, PassedList, PrecedentList, ProposalList } from './registers.ts';

/** How often what others change is asked for again. */
const REFRESH_MS = 15_000;

/** Registers change by the hour, and are read from the whole log. */
const REGISTER_REFRESH_MS = 60_000;

/** Of this installation; they change with a release only. */
const FOR_THE_DAY = { staleTime: 3_600_000 };

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Me | null> => {
    try {
      return await request<Me>('/api/session');
    } catch (error) {
      if (problemIn(error).status === 401) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
});

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: async () => (await request<{ units: readonly Unit[] }>('/api/units')).units,
  ...FOR_THE_DAY,
});

export const caseTypesQuery = queryOptions({
  queryKey: ['case-types'],
  queryFn: async () => (await request<{ types: readonly CaseTypeInfo[] }>('/api/case-types')).types,
  ...FOR_THE_DAY,
});

/** People of one's own unit who hold a role there. */
export const colleaguesQuery = (role: string) =>
  queryOptions({
    queryKey: ['colleagues', role],
    queryFn: async () => {
      const path = `/api/colleagues?${new URLSearchParams({ role })}`;
      return (await request<{ people: readonly Colleague[] }>(path)).people;
    },
    staleTime: REFRESH_MS,
  });

export const caseListQuery = (search: string) =>
  queryOptions({
    queryKey: ['cases', search],
    queryFn: () => request<CaseList>(`/api/cases?${search}`),
    refetchInterval: REFRESH_MS,
    placeholderData: (previous: CaseList | undefined) => previous,
  });

/** `id` may be the case's number. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: () => request<CaseDetail>(`/api/cases/${encodeURIComponent(id)}`),
    refetchInterval: REFRESH_MS,
  });

export const escalationsQuery = queryOptions({
  queryKey: ['escalations'],
  queryFn: () => request<EscalationList>('/api/escalations'),
  refetchInterval: REFRESH_MS,
});

/** `month` as `2026-11`; without one the month that is running. */
export const buckPassingQuery = (month: string | null) =>
  queryOptions({
    queryKey: ['buck-passing', month],
    queryFn: () => request<PassedList>(`/api/buck-passing${month ? `?month=${month}` : ''}`),
    placeholderData: (previous: PassedList | undefined) => previous,
  });

export const proposalsQuery = queryOptions({
  queryKey: ['proposals'],
  queryFn: () => request<ProposalList>('/api/proposals'),
  refetchInterval: REGISTER_REFRESH_MS,
});

/** The newest precedents in which all words stand. */
export const precedentsQuery = (words: string) =>
  queryOptions({
    queryKey: ['precedents', words],
    queryFn: () => {
      const search = words ? `?${new URLSearchParams({ words })}` : '';
      return request<PrecedentList>(`/api/precedents${search}`);
    },
    placeholderData: (previous: PrecedentList | undefined) => previous,
  });

export const auditsQuery = queryOptions({
  queryKey: ['audits'],
  queryFn: async () => (await request<{ audits: readonly AuditSummary[] }>('/api/audits')).audits,
  refetchInterval: REGISTER_REFRESH_MS,
});

export const auditQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit', id],
    queryFn: () => request<AuditReport>(`/api/audits/${encodeURIComponent(id)}`),
    ...FOR_THE_DAY,
  });

export const clockHealthQuery = queryOptions({
  queryKey: ['clock-health'],
  queryFn: () => request<ClockHealth>('/api/clock-health'),
  refetchInterval: REFRESH_MS,
});

export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: async () => (await request<{ versions: readonly RuleVersion[] }>('/api/rules')).versions,
  refetchInterval: REGISTER_REFRESH_MS,
});

/** The limits that a version may change. */
export const limitsQuery = queryOptions({
  queryKey: ['rules', 'limits'],
  queryFn: async () =>
    (await request<{ rules: readonly LimitRow[] }>('/api/deadlines/rules')).rules.filter(
      ({ from }) => from !== null,
    ),
  staleTime: REGISTER_REFRESH_MS,
});

/** A year of a large district takes a minute to be lived again. */
const WHAT_IF_PATIENCE_MS = 180_000;

/** What other limits would have made of the cases between two days, both included. */
export const draftResultQuery = (
  limits: Readonly<Record<string, number>>,
  from: string,
  to: string,
) =>
  queryOptions({
    queryKey: ['what-if', limits, from, to],
    queryFn: () =>
      request<DraftResult>('/api/what-if', {
        method: 'POST',
        body: { limits, from, to },
        patience: WHAT_IF_PATIENCE_MS,
      }),
    retry: false,
    ...FOR_THE_DAY,
  });

/** A change that is being carried out moves on by itself. */
export const ruleChangesQuery = queryOptions({
  queryKey: ['rule-changes'],
  queryFn: async () =>
    (await request<{ changes: readonly RuleChange[] }>('/api/rule-changes')).changes,
  refetchInterval: REFRESH_MS,
});

/** The first cases of a change that move, with old and new dates. */
export const changeLinesQuery = (id: string) =>
  queryOptions({
    queryKey: ['rule-changes', id],
    queryFn: async () =>
      (await request<{ cases: readonly ChangeLine[] }>(`/api/rule-changes/${id}/cases?limit=200`))
        .cases,
    refetchInterval: REFRESH_MS,
  });

export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: () => request<{ unread: number; notices: readonly Notice[] }>('/api/notices'),
  refetchInterval: REFRESH_MS,
});

/** Answers even when the service is not ready: the status is in the body of a 503 too. */
export const readinessQuery = queryOptions({
  queryKey: ['readiness'],
  queryFn: async (): Promise<Readiness> => {
    const response = await fetch('/readyz').catch(() => undefined);
    const body = await response?.json().catch(() => undefined);
    return (body as Readiness | undefined) ?? { status: 'unavailable' };
  },
  refetchInterval: REFRESH_MS,
});

/** A refusal is an answer; only outages are worth another try. */
export const worthRetrying = (failures: number, error: Error): boolean =>
  failures < 2 && (!(error instanceof ProblemError) || error.problem.status >= 500);
