import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import { AUDIT_SCHEDULE, AUDIT_TYPE } from '../../domain/telling.ts';

/** Every night at half past two, Asia/Shanghai; one that is still running is not overtaken. Does nothing where it is there already. */
export async function scheduleAudit(client: Client, taskQueue: string): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: AUDIT_SCHEDULE,
      spec: { calendars: [{ hour: 2, minute: 30 }], timezone: 'Asia/Shanghai' },
      action: {
        type: 'startWorkflow',
        workflowType: AUDIT_TYPE,
        taskQueue,
        workflowId: AUDIT_TYPE,
      },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '6h' },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
