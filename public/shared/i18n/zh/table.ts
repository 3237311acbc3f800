import type { table as english } from '../en/table.ts';
import type { Same } from '../same-keys.ts';

export const table: Same<typeof english> = {
  columns: '列设置',
  standard: '恢复默认',
  up: '上移：{{column}}',
  down: '下移：{{column}}',
  sort: '按{{column}}排序',
  export: '导出',
  newer: '上一页',
  older: '下一页',
  page: '第 {{page}} 页',
  from: '从',
  to: '至',
  any: '不限',
  clear: '清空筛选',
  act: '操作',
  nothing: '没有符合条件的记录',
  nothingHint: '请放宽时间范围，或清空筛选。',
};
