/** Chips: a state as word, shape and colour. */
import type { ReactNode } from "react";
import type { LetterState, OrderStatus } from "../bridge";
import { useWords } from "../words";
import { Glyph, type Family, type Shape } from "./Glyph";

interface ChipProps {
  family: Family;
  /** Default: the family's own shape. */
  shape?: Shape;
  /** Without the tinted ground. */
  plain?: boolean;
  children: ReactNode;
  test?: string;
}

/** A state: shape and word on a tinted ground. */
export function Chip({ family, shape, plain, children, test }: ChipProps): ReactNode {
  const drawn = shape ?? (family === "accent" ? null : family);
  return (
    <span className={`chip st-${family}${plain === true ? " plain" : ""}`} data-test={test}>
      {drawn !== null && <Glyph shape={drawn} />}
      {children}
    </span>
  );
}

const STATUS: Record<OrderStatus, [Family, Shape]> = {
  Draft: ["off", "off"],
  AwaitingSupervisor: ["wait", "wait"],
  AwaitingFinance: ["wait", "wait"],
  AwaitingOperations: ["wait", "wait"],
  AwaitingOther: ["wait", "wait"],
  SentBack: ["late", "failed"],
  Approved: ["done", "done"],
  Changing: ["wait", "wait"],
  Void: ["off", "void"],
  Opening: ["done", "done"],
};

/** 审批状态 of an order. */
export function StateChip({ status, plain }: { status: OrderStatus; plain?: boolean }): ReactNode {
  const [family, shape] = STATUS[status];
  return <Chip family={family} shape={shape} plain={plain ?? false} test={`status-${status}`}>{useWords().names.status[status]}</Chip>;
}

const LETTER: Record<LetterState, [Family, Shape]> = {
  MissingAddress: ["wait", "wait"],
  Queued: ["off", "off"],
  Claimed: ["run", "run"],
  Handed: ["run", "run"],
  Sent: ["done", "done"],
  Retry: ["wait", "wait"],
  Failed: ["late", "failed"],
  Uncertain: ["doubt", "doubt"],
  DeliveredOtherwise: ["done", "done"],
  Withdrawn: ["off", "void"],
};

/** The state of a letter. */
export function LetterChip({ state, plain }: { state: LetterState; plain?: boolean }): ReactNode {
  const [family, shape] = LETTER[state];
  return <Chip family={family} shape={shape} plain={plain ?? false} test={`letter-${state}`}>{useWords().names.letter[state]}</Chip>;
}
