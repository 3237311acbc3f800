/**
 * Who gets which of these cases, one to each in turn: nobody gets two more than another, and what is most urgent is spread as
 * evenly as the rest. The order of both lists decides; nobody to give to, nothing given.
 */
export const spreadCases = <C, P>(cases: readonly C[], people: readonly P[]): readonly (readonly [C, P])[] =>
  cases.flatMap((each, at): (readonly [C, P])[] => {
    const person = people[at % people.length];
    return person === undefined ? [] : [[each, person]];
  });
