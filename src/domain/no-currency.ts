/** ISO 4217: no currency. Of what is owed nothing is known: a caller who is a stranger, a number that is only asked about. */
export const noCurrency = 'XXX';
