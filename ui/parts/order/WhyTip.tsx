/** The reason why an order is where it is, said when somebody rests on its state. */
import { Tooltip } from "antd";
import { useState, type ReactNode } from "react";
import { useAsk } from "../../bridge";
import { useWhy } from "./why";

/** Around a state in a list: asks only when it is looked at. */
export function WhyTip({ id, children }: { id: number; children: ReactNode }): ReactNode {
  const [open, setOpen] = useState(false);
  const why = useAsk("order_why", { id }, { enabled: open, keep: false });
  const { text } = useWhy(why.data ?? []);
  return (
    <Tooltip title={text} open={open && text !== ""} onOpenChange={setOpen} mouseEnterDelay={0.25} placement="bottomLeft" classNames={{ root: "whytip" }}>
      <span data-test="why-tip">{children}</span>
    </Tooltip>
  );
}
