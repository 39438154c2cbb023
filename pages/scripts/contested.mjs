// Areas whose belonging is disputed, and whose they are under decisions of the General Assembly or the Security Council. `outline` says where the shape comes from: the source's
// own area of that name, or the ring of the source that holds a place. Without an outline the note stands alone: the source draws none, and none is made up here.
export const contested = [
  {
    key: 'crimea', name: 'Crimea', iso3: 'UKR', hatch: true, outline: { ringOf: 'RUS', at: [34.1, 45.0] },
    note: 'Crimea and Sevastopol belong to Ukraine: the General Assembly affirmed its territorial integrity within its internationally recognized borders (resolution 68/262, 2014). Under Russian control since 2014.',
  },
  {
    key: 'western-sahara', name: 'Western Sahara', iso3: 'ESH', hatch: true, outline: { area: 'W. Sahara' },
    note: 'A non-self-governing territory on the list of the United Nations since 1963; the General Assembly reaffirmed the right of its people to self-determination and independence (resolution 34/37, 1979). Claimed by Morocco and the Sahrawi Arab Democratic Republic, and divided by a berm; drawn whole here.',
  },
  {
    key: 'northern-cyprus', name: 'Northern Cyprus', iso3: 'CYP', hatch: true, outline: { area: 'N. Cyprus' },
    note: 'Part of Cyprus: the Security Council considered the declaration of a separate state legally invalid (resolutions 541, 1983, and 550, 1984).',
  },
  {
    key: 'siachen', name: 'Siachen Glacier (Kashmir)', iso3: null, hatch: true, outline: { area: 'Siachen Glacier' },
    note: 'Disputed between India and Pakistan with the rest of Jammu and Kashmir; the Security Council asked for a plebiscite (resolution 47, 1948). Elsewhere in Kashmir the outlines follow lines of control, which settle no claim.',
  },
  {
    key: 'somaliland', name: 'Somaliland', iso3: 'SOM', hatch: true, outline: { area: 'Somaliland' },
    note: 'Declared independence in 1991; the Security Council reaffirms the sovereignty, territorial integrity and unity of Somalia (resolution 1816, 2008, among others).',
  },
  {
    key: 'kosovo', name: 'Kosovo', iso3: 'XKX', hatch: true, outline: { area: 'Kosovo' },
    note: 'Under resolution 1244 (1999) of the Security Council, which reaffirms the territorial integrity of the Federal Republic of Yugoslavia (today Serbia) and sets up an international administration. Declared independence in 2008; the General Assembly acknowledged the advisory opinion of the International Court of Justice on it (resolution 64/298, 2010). No member of the United Nations; drawn apart because sources count it apart.',
  },
  {
    key: 'palestine', name: 'Palestine', iso3: 'PSE', hatch: false, outline: { area: 'Palestine' },
    note: 'Palestinian territory occupied since 1967 (Security Council resolutions 242, 1967, and 2334, 2016); non-member observer State since General Assembly resolution 67/19 (2012).',
  },
  {
    key: 'taiwan', name: 'Taiwan', iso3: 'TWN', hatch: false, outline: { area: 'Taiwan' },
    note: 'Resolution 2758 (1971) of the General Assembly gave the seat of China to the People\'s Republic of China. Drawn apart because sources count it apart; its votes are those of the seat of China until 1971.',
  },
  {
    key: 'donbas', name: 'Donetsk, Luhansk, Kherson and Zaporizhzhia', iso3: 'UKR', hatch: false, outline: null,
    note: 'Belong to Ukraine: the General Assembly declared their attempted annexation to have no validity under international law (resolution ES-11/4, 2022). Under Russian control in part; the line of contact moves and is not drawn.',
  },
  {
    key: 'golan', name: 'Golan Heights', iso3: 'SYR', hatch: false, outline: null,
    note: 'Occupied Syrian territory: the Security Council decided that Israel\'s decision to impose its laws there is null and void (resolution 497, 1981). The source has no area of its own for it and draws it inside Israel\'s outline, as lines of control run; that settles nothing.',
  },
  {
    key: 'abkhazia', name: 'Abkhazia', iso3: 'GEO', hatch: false, outline: null,
    note: 'Part of Georgia: the Security Council affirmed its sovereignty and territorial integrity (resolution 876, 1993). Not under its control; the source draws no line.',
  },
  {
    key: 'south-ossetia', name: 'South Ossetia', iso3: 'GEO', hatch: false, outline: null,
    note: 'Part of Georgia: so the General Assembly names it, with the right of the displaced to return (resolution 63/307, 2009). Not under its control; the source draws no line.',
  },
  {
    key: 'transnistria', name: 'Transnistria', iso3: 'MDA', hatch: false, outline: null,
    note: 'Part of the Republic of Moldova: the General Assembly asked for the withdrawal of foreign forces from its territory (resolution 72/282, 2018). Not under its control; the source draws no line.',
  },
];
