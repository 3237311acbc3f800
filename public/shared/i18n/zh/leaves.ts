import type { leaves as english } from '../en/leaves.ts';
import type { Same } from '../same-keys.ts';

export const leaves: Same<typeof english> = {
  title: '期限放行',
  lead: '坐席正在表单前等候。拨打时段、次数上限和停催仍然有效。',
  waiting_one: '{{count}} 名坐席等待放行',
  waiting_other: '{{count}} 名坐席等待放行',
  none: '没有等待放行的坐席',
  grant: '放行',
  refuse: '不放行',
  grantHint: '{{name}} 可将{{code}}的日期设到 {{day}}，连同您的姓名与理由记入日志。',
  refuseHint: '{{name}} 申请{{code}}设到 {{day}}，将收到您的理由。',
  grantedNow: '已放行：{{name}}',
  refusedNow: '已告知：{{name}}',
  column: {
    agent: '坐席',
    case: '案件',
    amount: '欠款',
    code: '结果',
    day: '申请日期',
    why: '原因',
    askedAt: '申请时间',
    act: '决定',
  },
  state: {
    waiting: '已申请 {{day}}',
    granted: '放行至 {{day}}',
    refused: '{{day}} 未获放行',
    expired: '{{day}} 未作决定',
  },
  take: '选用 {{day}}',
  askLater: '更晚的日期：请主管放行',
  askOther: '申请其他日期',
  ask: {
    title: '申请更晚的日期',
    hint: '已填内容保留，主管会立即看到。',
    day: '日期',
    why: '为何需要更晚',
    send: '申请',
  },
};
