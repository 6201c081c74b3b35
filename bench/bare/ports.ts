export interface BareActivities {
  insertRow(id: string, version: number): Promise<void>;
}

export const BARE_TASK_QUEUE = 'bare';
