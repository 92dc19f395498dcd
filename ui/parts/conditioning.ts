/** Conditions of a list's filter that read like words: what · how · which. Pure: what a condition says, and how the filter
 * changes when it is said otherwise. */

/** A filter by its fields; each list has its own. */
type Fields<Filter> = keyof Filter & string;

/** What can be chosen. */
export interface Option {
  value: string | number;
  label: string;
}

/** How a condition can be meant. */
export type How = "is" | "isNot" | "none" | "from" | "before" | "between" | "least" | "most" | "yes" | "no";

/** What a list can be filtered by. */
export type Condition<Filter> = { key: string; what: string } & (
  /** One of several: `is` holds those that pass, `isNot` those that do not. */
  | { kind: "many"; options: Option[]; is: Fields<Filter>; isNot?: Fields<Filter> }
  /** Exactly one; `none` is a yes-or-no field for 「没有」. */
  | { kind: "one"; options: Option[]; field: Fields<Filter>; none?: Fields<Filter> }
  /** Business dates: not before `from`, before `before`. */
  | { kind: "days"; from: Fields<Filter>; before: Fields<Filter> }
  /** Numbers in the core's unit; `scale` of them make what is typed. */
  | { kind: "amount"; least: Fields<Filter>; most: Fields<Filter>; scale: number; unit: string }
  /** Yes or no, each with its own words. */
  | { kind: "yes"; field: Fields<Filter>; yes: string; no?: string }
);

type Values = Record<string, unknown>;
const valuesOf = <Filter>(filter: Filter): Values => filter as unknown as Values;

function put<Filter>(filter: Filter, change: Values): Filter {
  return { ...filter, ...(change as Partial<Filter>) };
}

/** The ways in which a condition can be said. */
export function waysOf<Filter>(condition: Condition<Filter>): How[] {
  switch (condition.kind) {
    case "many": return condition.isNot === undefined ? ["is"] : ["is", "isNot"];
    case "one": return condition.none === undefined ? ["is"] : ["is", "none"];
    case "days": return ["from", "before", "between"];
    case "amount": return ["least", "most", "between"];
    case "yes": return condition.no === undefined ? ["yes"] : ["yes", "no"];
  }
}

/** How it is said now; null when it is not set. */
export function howOf<Filter>(condition: Condition<Filter>, filter: Filter): How | null {
  const values = valuesOf(filter);
  const filled = (field: string): boolean => Array.isArray(values[field]) ? (values[field] as unknown[]).length > 0 : values[field] !== null && values[field] !== undefined && values[field] !== false;
  switch (condition.kind) {
    case "many": return filled(condition.is) ? "is" : condition.isNot !== undefined && filled(condition.isNot) ? "isNot" : null;
    case "one": return filled(condition.field) ? "is" : condition.none !== undefined && filled(condition.none) ? "none" : null;
    case "days": return pair(filled(condition.from), filled(condition.before), "from", "before");
    case "amount": return pair(filled(condition.least), filled(condition.most), "least", "most");
    case "yes": return values[condition.field] === true ? "yes" : values[condition.field] === false && condition.no !== undefined ? "no" : null;
  }
}

function pair(low: boolean, high: boolean, lower: How, higher: How): How | null {
  if (low && high) return "between";
  return low ? lower : high ? higher : null;
}

/** Takes the condition away. */
export function without<Filter>(condition: Condition<Filter>, filter: Filter): Filter {
  switch (condition.kind) {
    case "many": return put(filter, { [condition.is]: [], ...(condition.isNot === undefined ? {} : { [condition.isNot]: [] }) });
    case "one": return put(filter, { [condition.field]: null, ...(condition.none === undefined ? {} : { [condition.none]: false }) });
    case "days": return put(filter, { [condition.from]: null, [condition.before]: null });
    case "amount": return put(filter, { [condition.least]: null, [condition.most]: null });
    // A flag without a no is off; a question without an answer is open.
    case "yes": return put(filter, { [condition.field]: condition.no === undefined ? false : null });
  }
}

/** Says it in another way; what was chosen stays where it has a place. */
export function said<Filter>(condition: Condition<Filter>, filter: Filter, how: How): Filter {
  const values = valuesOf(filter);
  switch (condition.kind) {
    case "many": {
      if (condition.isNot === undefined) return filter;
      const chosen = [...(values[condition.is] as unknown[]), ...(values[condition.isNot] as unknown[])];
      return put(filter, how === "isNot" ? { [condition.is]: [], [condition.isNot]: chosen } : { [condition.is]: chosen, [condition.isNot]: [] });
    }
    case "one":
      if (condition.none === undefined) return filter;
      return put(filter, how === "none" ? { [condition.field]: null, [condition.none]: true } : { [condition.none]: false });
    case "days": {
      const [from, before] = [values[condition.from] as string | null, values[condition.before] as string | null];
      // From one day alone: that day.
      if (how === "between" && from !== null) return put(filter, { [condition.before]: before ?? besideDay(from, 1) });
      if (how === "between" && before !== null) return put(filter, { [condition.from]: besideDay(before, -1) });
      return ends(filter, condition.from, condition.before, how, "from", "before");
    }
    case "amount": return ends(filter, condition.least, condition.most, how, "least", "most");
    case "yes": return put(filter, { [condition.field]: how === "yes" });
  }
}

function ends<Filter>(filter: Filter, low: string, high: string, how: How, lower: How, higher: How): Filter {
  const values = valuesOf(filter);
  const one = values[low] ?? values[high] ?? null;
  if (how === lower) return put(filter, { [low]: one, [high]: null });
  if (how === higher) return put(filter, { [low]: null, [high]: values[high] ?? one });
  return put(filter, { [low]: values[low] ?? one, [high]: values[high] ?? null });
}

/** The day after or before, as dates are written. */
export function besideDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Usual spans of days around today: their names in the words, their first day and the day after their last. */
export function spans(today: string): { name: "today" | "week" | "month" | "nextMonth" | "lastMonth"; from: string; before: string }[] {
  const [year = 0, month = 0] = today.split("-").map(Number);
  const first = (away: number): string => new Date(Date.UTC(year, month - 1 + away, 1)).toISOString().slice(0, 10);
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = besideDay(today, -weekday);
  return [
    { name: "today", from: today, before: besideDay(today, 1) },
    { name: "week", from: monday, before: besideDay(monday, 7) },
    { name: "month", from: first(0), before: first(1) },
    { name: "nextMonth", from: first(1), before: first(2) },
    { name: "lastMonth", from: first(-1), before: first(0) },
  ];
}
