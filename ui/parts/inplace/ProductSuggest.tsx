/** Products found while a name is typed into the sheet: Tab takes the first, arrows choose, the last line creates it. */
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { useAsk, type ProductCard } from "../../bridge";
import { Key } from "..";
import { useWords } from "../../words";
import { percent, price } from "../../words/figures";

interface SuggestProps {
  text: string;
  take: (cells: Record<string, string>, meta?: Record<string, unknown>) => void;
  keys: RefObject<((event: KeyboardEvent) => boolean) | null>;
  row: number;
  /** What a product fills into the row. */
  fill: (product: ProductCard) => Record<string, string>;
  /** A product is to be created from the row. */
  onCreate: () => void;
}

/** The keyboard goes on where something is still to be typed. */
export function goOn(row: number): void {
  setTimeout(() => document.querySelector<HTMLElement>(`[data-cell="${row}:quantity"]`)?.focus(), 0);
}

/** The list below the cell. */
export function ProductSuggest({ text, take, keys, row, fill, onCreate }: SuggestProps): ReactNode {
  const w = useWords().orderForm;
  const [asked, setAsked] = useState(text.trim());
  const [at, setAt] = useState(-1);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => { setAsked(text.trim()); setAt(-1); }, 120);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useAsk("product_find", { text: asked, limit: 6 }, { enabled: asked !== "" }).data ?? [];
  const choose = (product: ProductCard): void => {
    take(fill(product), { product_id: product.id });
    goOn(row);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (text.trim() === "" || found.length === 0) return false;
    if (event.key === "ArrowDown") setAt(Math.min(found.length - 1, at + 1));
    else if (event.key === "ArrowUp") setAt(Math.max(-1, at - 1));
    else if ((event.key === "Tab" && !event.shiftKey) || (event.key === "Enter" && at >= 0)) {
      const product = found[Math.max(0, at)];
      if (product !== undefined) choose(product);
    } else return false;
    return true;
  };
  useEffect(() => {
    keys.current = onKey;
    return () => { keys.current = null; };
  });
  useLayoutEffect(() => placeBelow(box.current));
  if (text.trim() === "") return null;
  return (
    <div className="suggest" ref={box} data-test="suggest">
      {found.map((product, index) => (
        <button key={product.id} type="button" tabIndex={-1} className={`suggestrow${index === Math.max(0, at) ? " on" : ""}`} onMouseDown={(event) => { event.preventDefault(); choose(product); }} data-test="suggest-row">
          <span className="g1 ell"><b>{product.name}</b>　<span className="i2 s">{product.spec}</span></span>
          <span className="nw">{w.perUnit(price(product.price_micro), product.unit)}</span>
          <span className="i2 s nw">{percent(product.tax_rate)}</span>
        </button>
      ))}
      <div className="suggestfoot">
        <button type="button" tabIndex={-1} className="linkbtn" onMouseDown={(event) => { event.preventDefault(); onCreate(); }} data-test="new-product-here">{w.newProduct(text.trim())}</button>
        {found.length > 0 && <span className="i3 s"><Key>Tab</Key> {w.take}</span>}
      </div>
    </div>
  );
}

/** Below the cell, or above it where there is no room; fixed, so that the sheet's edge does not cut it. */
function placeBelow(box: HTMLDivElement | null): void {
  const cell = box?.parentElement?.getBoundingClientRect();
  if (box === null || cell === undefined) return;
  const below = cell.bottom + box.offsetHeight + 8 < innerHeight;
  box.style.left = `${cell.left}px`;
  box.style.top = below ? `${cell.bottom + 2}px` : `${cell.top - box.offsetHeight - 2}px`;
}
