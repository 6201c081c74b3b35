/** What `what-if -- --help` says. */
export const HELP = `用法:npm run what-if -- --policy 草案.json --from YYYY-MM-DD --to YYYY-MM-DD [--list N] [--json]

按草案重算一段时期(首尾两日都算)的事件日志:各单位各类型逾期增减、升级增减、有变化的案件。
人的操作与实际一致,只有时限、级别随草案改变;数据库不作任何改动。

草案(JSON):
  limits    各时限的新数值,单位不变,如 {"hotline.handle.ASSIST_COMPLAINT": 4};规则见 npm run -s due -- --list
  ladders   按名称替换的级别,如 {"brief": [{"level": "L1", "label": "预警(黄灯)", "at": {"share": 70}, "notify": ["responsible"]}]}
  calendar  整本日历的数据

  --list N  列出前 N 件有变化的案件,默认 20
  --json    每件有变化的案件一行 JSON,末行为汇总
`;
