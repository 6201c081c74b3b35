/** What `--help` prints. */
export const HELP = `查一个到期日,并逐日说明是怎样算出来的。不需要数据库,也不需要启动系统。

用法
  npm run -s due -- <规则> <起始> [选项]
  npm run -s due -- --list [--json]     全部规则(Markdown 表;--json 为 JSON)

参数
  <规则>   登记表中的规则,如 hotline.firstContact、petition.handle60;
           或自定时限:5wd 工作日,30cd 日,3m 月,48h 小时,4oh 工作小时,15min 分钟
  <起始>   日期 2026-11-23,或时间 2026-11-23T09:30(北京时间);倒推的规则填将要发生的事,如听证之日

选项
  --suspend 起..止[:事由]   挂起,可多次;日期按整日,止日当天恢复计算
  --extend N[@申请时间]     延长 N(单位同时限)
  --roll forward|backward|none   末日遇休息日:顺延、提前、不动(仅自定时限)
  --counter                 窗口递交:末日下班届满
  --unit 单位               按该单位自己的日历
  --calendar 版本           按某一版日历,默认最新
  --json                    输出一个 JSON 对象
  --help                    本说明

例
  npm run -s due -- hotline.handle.ASSIST_COMPLAINT 2026-09-30
  npm run -s due -- waste.decisionDays 2025-11-10 --suspend 2025-12-01..2025-12-16:听证
  npm run -s due -- petition.handle60 2025-11-20 --extend 30@2026-01-10 --json
  npm run -s due -- waste.hearingNotice 2025-10-24

有误时在标准错误上说明是哪一项,退出码为 2。
`;
