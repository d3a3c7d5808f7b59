// Data of the preview and its snapshots, as query options and calls.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { ChangedRows, DataRowsView, DataTables } from "../../workers/api/schemas/app-data.ts";
import type { SeenRequests } from "../../workers/api/schemas/requests.ts";
import type { CreateSnapshotBody, SnapshotView } from "../../workers/api/schemas/snapshots.ts";
import { api } from "../session/session.ts";

export type DataTable = DataTables["items"][number];
export type DataColumn = DataTable["columns"][number];
export type DataPage = DataRowsView;
export type Cell = DataRowsView["rows"][number][number];
export type Snapshot = SnapshotView;

export interface RowsWanted {
  table: string;
  limit: number;
  offset: number;
  q: string;
  order: string | null;
  descending: boolean;
}

const at = (projectId: string): string => `/api/v1/projects/${projectId}`;
const rowsAt = (projectId: string, table: string): string =>
  `${at(projectId)}/data/tables/${encodeURIComponent(table)}/rows`;

export const dataTablesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["data", projectId, "tables"],
    queryFn: ({ signal }) => api.get<DataTables>(`${at(projectId)}/data/tables`, { signal }),
  });

export function readRows(projectId: string, wanted: RowsWanted, signal?: AbortSignal): Promise<DataPage> {
  const { table, limit, offset, q, order, descending } = wanted;
  const query = new URLSearchParams({ limit: String(limit), offset: String(offset), q });
  if (order !== null) query.set("order", order);
  if (descending) query.set("direction", "desc");
  return api.get<DataPage>(`${rowsAt(projectId, table)}?${query}`, signal && { signal });
}

export const dataRowsQuery = (projectId: string, wanted: RowsWanted) =>
  queryOptions({
    queryKey: ["data", projectId, "rows", wanted],
    queryFn: ({ signal }) => readRows(projectId, wanted, signal),
    placeholderData: keepPreviousData,
  });

type Row = Record<string, Cell>;

export const dataCalls = (projectId: string, table: string) => ({
  insert: (rows: Row[]) => api.send<ChangedRows>("POST", rowsAt(projectId, table), { rows }),
  update: (key: Row, values: Row) => api.send<ChangedRows>("PATCH", rowsAt(projectId, table), { key, values }),
  remove: (keys: Row[]) => api.send<ChangedRows>("POST", `${rowsAt(projectId, table)}/delete`, { keys }),
});

export const resetData = (projectId: string): Promise<void> => api.send("POST", `${at(projectId)}/data/reset`);
export const askData = (projectId: string, sql: string): Promise<DataPage> =>
  api.send<DataPage>("POST", `${at(projectId)}/data/query`, { sql });

export const requestsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["requests", projectId],
    queryFn: ({ signal }) => api.get<SeenRequests>(`${at(projectId)}/requests`, { signal }),
    refetchInterval: 2_000,
  });

export const snapshotsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["snapshots", projectId],
    queryFn: ({ signal }) => api.get<{ items: Snapshot[] }>(`${at(projectId)}/snapshots`, { signal }),
  });
export const createSnapshot = (projectId: string, body: CreateSnapshotBody): Promise<Snapshot> =>
  api.send<Snapshot>("POST", `${at(projectId)}/snapshots`, body);
export const revokeSnapshot = (projectId: string, id: string): Promise<void> =>
  api.send("DELETE", `${at(projectId)}/snapshots/${id}`);
