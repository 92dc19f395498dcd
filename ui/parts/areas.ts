/** 省 市 区 of the whole country, read only when a form needs them, and addresses taken apart by them. */

/** A place and what lies in it; `value` is its name. */
export interface Area {
  value: string;
  label: string;
  children?: Area[];
}

/** The package's three lists: codes of six digits, two of them for each level. */
interface Lists {
  province_list: Record<string, string>;
  city_list: Record<string, string>;
  county_list: Record<string, string>;
}

/** The lists as a tree. A city without districts is a leaf. */
export function treeOf({ province_list, city_list, county_list }: Lists): Area[] {
  const below = (list: Record<string, string>, digits: number): Map<string, [string, string][]> => {
    const groups = new Map<string, [string, string][]>();
    for (const [code, name] of Object.entries(list)) {
      const group = groups.get(code.slice(0, digits)) ?? [];
      group.push([code, name]);
      groups.set(code.slice(0, digits), group);
    }
    return groups;
  };
  const cities = below(city_list, 2);
  const districts = below(county_list, 4);
  const node = (name: string, children: Area[]): Area => ({ value: name, label: name, ...(children.length === 0 ? {} : { children }) });
  return Object.entries(province_list).map(([code, name]) =>
    node(name, (cities.get(code.slice(0, 2)) ?? []).map(([city, called]) => node(called, (districts.get(city.slice(0, 4)) ?? []).map(([, last]) => node(last, []))))),
  );
}

let loaded: Promise<Area[]> | undefined;

/** The tree; the data is a chunk of its own. */
export function loadAreas(): Promise<Area[]> {
  loaded ??= import("@vant/area-data").then(({ areaList }) => treeOf(areaList as Lists));
  return loaded;
}

/** An address in two: the places it begins with, and the rest. */
export interface Split {
  path: string[];
  rest: string;
}

/** Takes the known places off the beginning of an address. 北京市 stands once, though it is a province and a city. */
export function splitAddress(areas: Area[], address: string): Split {
  const text = address.trimStart();
  const province = areas.find((one) => text.startsWith(one.value));
  if (province === undefined) return { path: [], rest: address };
  let rest = text.slice(province.value.length).trimStart();
  const path = [province.value];
  const twice = province.children?.find((one) => one.value === province.value);
  let city = province.children?.find((one) => rest.startsWith(one.value));
  if (city !== undefined) rest = rest.slice(city.value.length).trimStart();
  else city = twice;
  if (city === undefined) return { path, rest };
  const district = city.children?.find((one) => rest.startsWith(one.value));
  // A municipality alone says nothing about the city in it.
  if (district === undefined && city === twice) return { path, rest };
  path.push(city.value);
  if (district === undefined) return { path, rest };
  return { path: [...path, district.value], rest: rest.slice(district.value.length).trimStart() };
}

/** The address of a path and the rest, each place once. */
export function joinAddress({ path, rest }: Split): string {
  return path.filter((name, index) => name !== path[index - 1]).join("") + rest;
}

/** Whether a path stands in the tree. */
export function knownPath(areas: Area[], path: string[]): boolean {
  let level: Area[] | undefined = areas;
  for (const name of path) {
    const found: Area | undefined = level?.find((one) => one.value === name);
    if (found === undefined) return false;
    level = found.children;
  }
  return true;
}
