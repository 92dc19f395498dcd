/** Acts. A grey one is not merely grey: it says why, with the reason beside its word. */
import { Lock } from "lucide-react";
import { Button, Popover } from "antd";
import type { ReactNode } from "react";
import type { Refusal } from "../bridge";
import { refusalWords, useLanguage } from "../words";

interface ActProps {
  label: ReactNode;
  onClick: () => void;
  /** Why it cannot be done now; empty or absent means it can. */
  refusals?: Refusal[];
  primary?: boolean;
  danger?: boolean;
  /** Plain text without a border. */
  quiet?: boolean;
  small?: boolean;
  loading?: boolean;
  icon?: ReactNode;
  /** Stable name for tests. */
  test: string;
}

/** An act as a button; refused, it is dashed and grey with its first reason, and all reasons on hover or focus. */
export function ActButton({ label, onClick, refusals = [], primary, danger, quiet, small, loading, icon, test }: ActProps): ReactNode {
  if (refusals.length > 0) return <GreyAct label={label} refusals={refusals} small={small ?? false} test={test} />;
  return (
    <Button
      type={primary === true ? "primary" : quiet === true ? "text" : "default"}
      danger={danger ?? false}
      size={small === true ? "small" : "middle"}
      loading={loading ?? false}
      icon={icon}
      onClick={onClick}
      data-test={test}
    >
      {label}
    </Button>
  );
}

function GreyAct({ label, refusals, small, test }: { label: ReactNode; refusals: Refusal[]; small: boolean; test: string }): ReactNode {
  const language = useLanguage();
  const reasons = [...new Set(refusals.map((refusal) => refusalWords(language, refusal)))];
  const all = (
    <ul className="reasons">
      {reasons.map((reason) => <li key={reason}>{reason}</li>)}
    </ul>
  );
  return (
    <Popover content={all} trigger={["hover", "focus"]} placement="bottomLeft" arrow={false}>
      <span className={`greyact${small ? " small" : ""}`} tabIndex={0} role="button" aria-disabled="true" aria-label={`${String(label)}: ${reasons.join("; ")}`} data-test={test} data-refused={refusals.map((one) => one.code).join(" ")}>
        {label}{" "}
        <span className="why"><Lock size={12} strokeWidth={1.6} aria-hidden="true" /><span className="ell">{reasons[0]}</span></span>
      </span>
    </Popover>
  );
}
