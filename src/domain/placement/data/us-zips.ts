// ZIP codes whose zone is known by itself, and ZIP prefix -> state. A ZIP not listed has all zones of its state.
export const zipZones: readonly { readonly zone: string; readonly zips: string }[] = [
  {
    zone: 'America/New_York',
    zips: '01103 01608 02108 02903 03101 04101 05401 06103 06604 07102 08608 10001 11201 12207 14202 14604 15222 17101 19103 19801 20001 20850 21202 22201 23219 23451 25301 27601 28202 29201 29601 30303 31401 32202 32301 32801 33130 33602 37402 37902 40507 43215 44113 45202',
  },
  {
    zone: 'America/Chicago',
    zips: '32401 32501 35203 36602 37203 38103 39201 42001 42101 46402 47708 50309 53202 53703 55401 55802 57104 58102 60602 62701 63101 64106 67202 68102 70112 70801 72201 73102 74103 75201 77002 78205 78701 79401',
  },
  { zone: 'America/Kentucky/Louisville', zips: '40202' },
  { zone: 'America/Kentucky/Monticello', zips: '42633' },
  { zone: 'America/Detroit', zips: '48226 49503 49855' },
  { zone: 'America/Menominee', zips: '49801 49858' },
  { zone: 'America/Indiana/Indianapolis', zips: '46204 46601 46802 47404 47901' },
  { zone: 'America/Indiana/Knox', zips: '46534' },
  { zone: 'America/Indiana/Tell_City', zips: '47586' },
  { zone: 'America/Indiana/Petersburg', zips: '47567' },
  { zone: 'America/Indiana/Vincennes', zips: '47591' },
  { zone: 'America/Indiana/Winamac', zips: '46996' },
  { zone: 'America/Indiana/Vevay', zips: '47043' },
  { zone: 'America/Indiana/Marengo', zips: '47140' },
  { zone: 'America/North_Dakota/Center', zips: '58530' },
  { zone: 'America/North_Dakota/New_Salem', zips: '58563' },
  { zone: 'America/North_Dakota/Beulah', zips: '58523' },
  {
    zone: 'America/Denver',
    zips: '57701 58601 59101 67735 69361 79901 80202 80903 82001 84101 84770 86033 86045 86503 86505 86515 87102 87420 88001 89883',
  },
  { zone: 'America/Boise', zips: '83702 97914' },
  {
    zone: 'America/Los_Angeles',
    zips: '83501 83814 89101 89501 90012 92101 93721 94103 95113 95814 97204 98101 98402 99201',
  },
  { zone: 'America/Phoenix', zips: '85004 85364 85701 86001 86039 86043' },
  { zone: 'America/Anchorage', zips: '99501 99701' },
  { zone: 'America/Juneau', zips: '99801' },
  { zone: 'America/Sitka', zips: '99835' },
  { zone: 'America/Nome', zips: '99762' },
  { zone: 'America/Metlakatla', zips: '99926' },
  { zone: 'America/Yakutat', zips: '99689' },
  { zone: 'America/Adak', zips: '99546' },
  { zone: 'Pacific/Honolulu', zips: '96720 96813' },
  { zone: 'America/Puerto_Rico', zips: '00680 00730 00901 00956' },
  { zone: 'America/St_Thomas', zips: '00802' },
  { zone: 'Pacific/Guam', zips: '96910' },
];

/** `first-last state` of the three leading digits. */
export const zipPrefixes =
  '005-005 NY,006-007 PR,008-008 VI,009-009 PR,010-027 MA,028-029 RI,030-038 NH,039-049 ME,050-054 VT,055-055 MA,056-059 VT,060-069 CT,070-089 NJ,100-149 NY,150-196 PA,197-199 DE,200-200 DC,201-201 VA,202-205 DC,206-219 MD,220-246 VA,247-268 WV,270-289 NC,290-299 SC,300-319 GA,320-339 FL,341-342 FL,344-344 FL,346-347 FL,349-349 FL,350-352 AL,354-369 AL,370-385 TN,386-397 MS,398-399 GA,400-427 KY,430-459 OH,460-479 IN,480-499 MI,500-528 IA,530-549 WI,550-567 MN,570-577 SD,580-588 ND,590-599 MT,600-629 IL,630-658 MO,660-679 KS,680-693 NE,700-714 LA,716-729 AR,730-732 OK,733-733 TX,734-749 OK,750-799 TX,800-816 CO,820-831 WY,832-838 ID,840-847 UT,850-865 AZ,870-884 NM,885-885 TX,889-898 NV,900-961 CA,967-968 HI,969-969 GU,970-979 OR,980-994 WA,995-999 AK';
