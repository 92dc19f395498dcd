/** 省 / 市 / 区 chosen from all there are, found while typing. */
import { Cascader } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { useWords } from "../words";
import { loadAreas, type Area } from "./areas";

/** The tree of places, once it is there. */
export function useAreas(): Area[] | undefined {
  const [areas, setAreas] = useState<Area[]>();
  useEffect(() => {
    let here = true;
    void loadAreas().then((tree) => { if (here) setAreas(tree); });
    return () => { here = false; };
  }, []);
  return areas;
}

interface RegionProps {
  areas: Area[] | undefined;
  /** Names from the province down; empty when none is chosen. */
  value: string[];
  onChange: (path: string[]) => void;
  wrong?: boolean;
  test: string;
}

/** The box. Any level may be chosen; typing finds places of every level. */
export function Region({ areas, value, onChange, wrong, test }: RegionProps): ReactNode {
  const w = useWords().frame;
  return (
    <Cascader
      options={areas ?? []} value={value.length === 0 ? [] : value} changeOnSelect allowClear placeholder={w.region} loading={areas === undefined}
      {...(wrong === true ? { status: "error" as const } : {})}
      displayRender={(labels) => labels.filter((name, index) => name !== labels[index - 1]).join(" / ")}
      showSearch={{ limit: 40, filter: (typed, path) => typed.trim().split(/[\s/]+/).every((word) => path.some((one) => String(one.label).includes(word))) }}
      onChange={(path) => onChange((path ?? []).map(String))}
      notFoundContent={w.regionNone} data-test={test}
    />
  );
}
