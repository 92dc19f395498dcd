/** The parts pages are made of. */
export { ActButton } from "./ActButton";
export { Footer, RoomHead, Sections, Views } from "./Bar";
export { Chip, LetterChip, StateChip } from "./Chip";
export { Decision } from "./Decision";
export { Dialog, confirm } from "./Dialog";
export { Evidence, type Kept } from "./Evidence";
export { Field } from "./Field";
export { Glyph, type Family, type Shape } from "./Glyph";
export { List, useWidth, type Column, type Sort } from "./List";
export { Answer, Bones } from "./Loading";
export { Empty, FaultNote, Note } from "./Note";
export { Fact, Opinion } from "./Opinion";
export { Pdf } from "./Pdf";
export { Sheet, type SheetColumn, type SheetRow } from "./Sheet";
export { Avatar, DateText, InstantText, Key, Money, Pair, Perforation, useToday } from "./Text";
export { say } from "./Toast";
export { composing, typing, useKeys } from "./keys";
export { addressOf, closeOpened, dropOpened, go, goTo, guardClosing, moveOpened, nameOpened, usePlace, type Room } from "./place";
