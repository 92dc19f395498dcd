/** The definitions, printed with the figures. */
import type { ReactNode } from "react";
import type { DeliveryPoint } from "../../bridge";
import { useWords } from "../../words";

/** K1, K3 and K8 in words. */
export function Definitions({ point }: { point: DeliveryPoint }): ReactNode {
  const w = useWords().reports;
  return (
    <section className="definitions" data-test="definitions">
      <h2 className="sec">{w.definitions}</h2>
      <p>{w.k1}</p>
      <p>{w.k1net}</p>
      <p>{w.k3(w.points[point])}</p>
      <p>{w.k8}</p>
    </section>
  );
}
