import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './console.css';
import { problemIn } from './server/http.ts';
import { noticesQuery, worthRetrying } from './server/queries.ts';
import { theme } from './theme.ts';

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEndOfSession }),
  mutationCache: new MutationCache({ onError: noticeEndOfSession }),
  defaultOptions: { queries: { retry: worthRetrying, networkMode: 'always' } },
});
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </ConfigProvider>
  </StyleProvider>,
);

/** Whichever request learns first that the session has ended, the notices then tell the whole page. */
function noticeEndOfSession(error: Error): void {
  const known = problemIn(client.getQueryState(noticesQuery.queryKey)?.error).status === 401;
  if (problemIn(error).code === 'SIGN_IN_REQUIRED' && !known) {
    void client.invalidateQueries({ queryKey: noticesQuery.queryKey });
  }
}
