/** Words that invented people, firms and streets are put together from. */
const split = (text: string): readonly string[] => text.split(' ');

export const zhSurnames = split(
  '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕',
);
export const zhGiven = split(
  '示明 样华 演平 拟军 测强 虚丽 示敏 样静 演磊 拟洋 测艳 虚勇 示杰 样娟 演涛 拟超 测霞 虚刚 示文 样辉 演玲 拟波 测芳 虚燕 示宁 样峰 演雪 拟晨 测琳 虚伟',
);
export const zhRelations = split('父亲 母亲 配偶 兄弟 姐妹 儿子 女儿');
export const zhContacts = split('同事 朋友 同学 邻居');
export const zhFirms = split('示例贸易 样板科技 演示物流 虚构餐饮 测试电子 模拟服装 范例建材 假想传媒');
export const zhStreets = split('示例路 样本街 演示大道 虚构巷 范例里');
export const zhRemarks = ['', '', '', '', '上午较易接通', '曾承诺分期', '请勿在午休时间致电', '已核实单位地址'];

export const enFirst = split(
  'Alex Blake Casey Dana Ellis Frankie Glenn Harper Indigo Jamie Kelly Lee Morgan Noel Oakley Parker Quinn Reese Sage Taylor Umber Val Winter Xen Yael Zion Avery Brook Corey Drew',
);
export const enLast = split(
  'Sampleton Specimen Sceneford Storymore Fictionby Mockridge Exampleman Draftwell Plotkin Fableton Scriptley Stageford Propson Castwell Takeson Demoford Testerly Placeholme Roleman Partridgeson',
);
export const enRelations = split('Father Mother Spouse Brother Sister Son Daughter');
export const enContacts = split('Friend Colleague Neighbour Landlord');
export const enFirms = [
  'Sample Foods Co',
  'Demo Motors Co',
  'Mock Freight Ltd',
  'Fiction Press Inc',
  'Example Farms LLC',
];
export const enStreets = ['Fiction Blvd', 'Sample Ave', 'Demo Dr', 'Mock St', 'Scene Way'];
export const enRemarks = ['', '', '', '', 'Best reached after lunch', 'Asked for instalments', 'Moved last spring'];
