/** Exhibitions. */
export const exhibitions = {
  // Exhibitions
  exhibitionsLead: 'Pieces chosen and put together by people who know them.',
  curatedBy: 'Put together by',
  openFrom: 'From {day}',
  openUntil: 'Until {day}',
  openBetween: 'From {from} until {until}',
  seePiece: 'See the whole piece',
  worksHere: 'Everything shown here is here because its maker said yes to this exhibition.',
} as const;
