/** Numbers reserved for fiction, by country. Accepted under a preset that says so, refused everywhere else [IMP-26]. */
export const fictionalRanges: readonly { readonly where: string; readonly pattern: RegExp }[] = [
  { where: 'US/CA: NPA-555-0100 to 0199', pattern: /^\+1[2-9]\d{2}55501\d{2}$/ },
  { where: 'GB: mobile 07700 900000-900999', pattern: /^\+447700900\d{3}$/ },
  { where: 'GB: no area 01632 960000-960999', pattern: /^\+441632960\d{3}$/ },
  { where: 'GB: London 020 7946 0000-0999', pattern: /^\+442079460\d{3}$/ },
  {
    where: 'GB: Cardiff 029 2018 0xxx, Belfast 028 9649 6xxx, Tyneside 0191 498 0xxx',
    pattern: /^\+44(2920180|2896496|1914980)\d{3}$/,
  },
  {
    where: 'GB: 0113-0118, 0121, 0131, 0141, 0151, 0161: 496 0xxx',
    pattern: /^\+441(1[345678]|21|31|41|51|61)4960\d{3}$/,
  },
  { where: 'GB: UK-wide 03069 990xxx, freephone 08081 570xxx', pattern: /^\+44(3069990|8081570)\d{3}$/ },
  { where: 'FR: mobile 06 39 98 xx xx', pattern: /^\+3363998\d{4}$/ },
  {
    where: 'FR: 01 99 00, 02 61 91, 03 53 01, 04 65 71, 05 36 49 xx xx',
    pattern: /^\+33(19900|26191|35301|46571|53649)\d{4}$/,
  },
  { where: 'AU: mobile 0491 570 006, 156-159, 110', pattern: /^\+61491570(006|156|157|158|159|110)$/ },
];

export const isFictional = (e164: string): boolean => fictionalRanges.some((range) => range.pattern.test(e164));
