// City -> trunk area code of mainland China, by province. A fact table: the only one used to complete a number that lacks its area code [IMP-24].
export interface ChineseProvince {
  readonly short: string;
  readonly full: string;
  readonly municipality: boolean;
  /** `city area-code`, comma-separated. */
  readonly cities: string;
}

export const chineseProvinces: readonly ChineseProvince[] = [
  { short: '北京', full: '北京市', municipality: true, cities: '北京 010' },
  { short: '上海', full: '上海市', municipality: true, cities: '上海 021' },
  { short: '天津', full: '天津市', municipality: true, cities: '天津 022' },
  { short: '重庆', full: '重庆市', municipality: true, cities: '重庆 023' },
  {
    short: '广东',
    full: '广东省',
    municipality: false,
    cities:
      '广州 020,深圳 0755,珠海 0756,汕头 0754,佛山 0757,东莞 0769,中山 0760,惠州 0752,江门 0750,湛江 0759,茂名 0668,肇庆 0758,韶关 0751,梅州 0753,清远 0763,揭阳 0663,潮州 0768,阳江 0662',
  },
  {
    short: '江苏',
    full: '江苏省',
    municipality: false,
    cities:
      '南京 025,苏州 0512,无锡 0510,常州 0519,南通 0513,徐州 0516,扬州 0514,镇江 0511,盐城 0515,泰州 0523,淮安 0517,连云港 0518,宿迁 0527,昆山 0512,江阴 0510,张家港 0512',
  },
  {
    short: '浙江',
    full: '浙江省',
    municipality: false,
    cities:
      '杭州 0571,宁波 0574,温州 0577,嘉兴 0573,湖州 0572,绍兴 0575,金华 0579,台州 0576,衢州 0570,丽水 0578,舟山 0580,义乌 0579,慈溪 0574',
  },
  {
    short: '四川',
    full: '四川省',
    municipality: false,
    cities: '成都 028,绵阳 0816,德阳 0838,南充 0817,宜宾 0831,泸州 0830,乐山 0833',
  },
  {
    short: '湖北',
    full: '湖北省',
    municipality: false,
    cities: '武汉 027,宜昌 0717,襄阳 0710,荆州 0716,黄石 0714,十堰 0719',
  },
  {
    short: '湖南',
    full: '湖南省',
    municipality: false,
    cities: '长沙 0731,株洲 0731,湘潭 0731,衡阳 0734,岳阳 0730,常德 0736',
  },
  { short: '陕西', full: '陕西省', municipality: false, cities: '西安 029,咸阳 029,宝鸡 0917' },
  { short: '辽宁', full: '辽宁省', municipality: false, cities: '沈阳 024,大连 0411,鞍山 0412,锦州 0416' },
  { short: '吉林', full: '吉林省', municipality: false, cities: '长春 0431,吉林 0432' },
  { short: '黑龙江', full: '黑龙江省', municipality: false, cities: '哈尔滨 0451,大庆 0459,齐齐哈尔 0452' },
  { short: '河北', full: '河北省', municipality: false, cities: '石家庄 0311,唐山 0315,保定 0312,廊坊 0316,沧州 0317' },
  {
    short: '河南',
    full: '河南省',
    municipality: false,
    cities: '郑州 0371,洛阳 0379,新乡 0373,南阳 0377,安阳 0372,许昌 0374',
  },
  {
    short: '山东',
    full: '山东省',
    municipality: false,
    cities: '济南 0531,青岛 0532,烟台 0535,淄博 0533,济宁 0537,威海 0631',
  },
  {
    short: '福建',
    full: '福建省',
    municipality: false,
    cities: '福州 0591,厦门 0592,泉州 0595,漳州 0596,莆田 0594,龙岩 0597,晋江 0595',
  },
  { short: '江西', full: '江西省', municipality: false, cities: '南昌 0791,九江 0792,赣州 0797' },
  { short: '安徽', full: '安徽省', municipality: false, cities: '合肥 0551,芜湖 0553,蚌埠 0552,安庆 0556' },
  { short: '云南', full: '云南省', municipality: false, cities: '昆明 0871,曲靖 0874' },
  { short: '贵州', full: '贵州省', municipality: false, cities: '贵阳 0851,遵义 0851' },
  { short: '广西', full: '广西壮族自治区', municipality: false, cities: '南宁 0771,柳州 0772,桂林 0773' },
  { short: '海南', full: '海南省', municipality: false, cities: '海口 0898,三亚 0898' },
  { short: '甘肃', full: '甘肃省', municipality: false, cities: '兰州 0931' },
  { short: '宁夏', full: '宁夏回族自治区', municipality: false, cities: '银川 0951' },
  { short: '青海', full: '青海省', municipality: false, cities: '西宁 0971' },
  { short: '新疆', full: '新疆维吾尔自治区', municipality: false, cities: '乌鲁木齐 0991' },
  { short: '内蒙古', full: '内蒙古自治区', municipality: false, cities: '呼和浩特 0471,包头 0472' },
  { short: '西藏', full: '西藏自治区', municipality: false, cities: '拉萨 0891' },
  { short: '山西', full: '山西省', municipality: false, cities: '太原 0351,大同 0352' },
];
