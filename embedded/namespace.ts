import { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { StartFailure, messageOf } from './failure.ts';
import { becomesTrue } from './process-identity.ts';

const { IndexedValueType } = proto.temporal.api.enums.v1;

/** What the workflows write so that Temporal's own lists can be filtered; no personal data. */
export const searchAttributes = {
  CaseType: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  CaseStage: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  CaseWakeAt: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
};

const retentionSeconds = 30 * 24 * 3600;

/** Makes the namespace and its search attributes where they are missing, and waits till both are usable. */
export async function ensureNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '10s' });
  let last: unknown;
  try {
    await register(connection, namespace);
    const usable = await becomesTrue(async () => {
      try {
        await addMissing(connection, namespace);
        await askForAll(connection, namespace);
        return true;
      } catch (error) {
        last = error;
        return false;
      }
    }, 30_000);
    if (usable) return;
  } finally {
    await connection.close();
  }
  throw new StartFailure(
    `prepare the Temporal namespace "${namespace}"`,
    messageOf(last),
    `Make it by hand: temporal operator namespace create -n ${namespace} --retention 720h, and search attributes ${Object.keys(searchAttributes).join(', ')}.`,
  );
}

async function register(connection: Connection, namespace: string): Promise<void> {
  try {
    await connection.workflowService.describeNamespace({ namespace });
  } catch {
    await connection.workflowService
      .registerNamespace({
        namespace,
        workflowExecutionRetentionPeriod: { seconds: retentionSeconds as never },
      })
      .catch((error: Error) => {
        if (!/already exists/i.test(error.message)) throw error;
      });
  }
}

async function addMissing(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(searchAttributes).filter(([name]) => !customAttributes?.[name]);
  if (missing.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing),
  });
}

// A query that names every attribute is refused until the server's caches know them all.
async function askForAll(connection: Connection, namespace: string): Promise<void> {
  const query = `CaseType = 'none' and CaseStage = 'none' and CaseWakeAt > '2024-01-01T00:00:00Z'`;
  await connection.workflowService.listWorkflowExecutions({ namespace, query, pageSize: 1 });
}
