/** The room outbox. */
import type { ReactNode } from "react";
import { RoomHead } from "../../parts";
import { useWords } from "../../words";

/** The room; `rest` is what stands after it in the address. */
export default function Room(_: { rest: string[] }): ReactNode {
  return <RoomHead title={useWords().outbox.title} />;
}
