/** What `--help` prints. */
export const HELP = `说明某一角色在某一环节能做什么,不能做的说明原因。不需要数据库,也不需要启动系统。

用法
  npm run -s explain -- <类型>[@版本] <环节> <角色> [--json]
  npm run -s explain -- --list [--json]     全部类型、环节、角色
  npm run -s explain -- --docs <文件夹>     每个类型写一页说明(Markdown),另写权限表 permissions.csv

参数
  <类型>   如 hotline-ticket 或 hotline-ticket@1;不写版本即最新
  <环节>   代号或名称,如 pendingAck 或 待签收
  <角色>   代号或名称,如 coordinator 或 联络员

选项
  --json   输出一个 JSON 对象
  --help   本说明

例
  npm run -s explain -- hotline-ticket 待签收 联络员
  npm run -s explain -- hotline-ticket@1 inProgress dispatcher --json

有误时在标准错误上说明是哪一项,退出码为 2。
`;
