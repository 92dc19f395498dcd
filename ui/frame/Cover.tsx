/** The left half of the first start and of signing in: the mark, the promise, a slip with its carbon leaves. */
import type { ReactNode } from "react";
import { Check } from "lucide-react";
import logo from "../logo.svg";
import { useLanguage, useWords } from "../words";

/** What the program is, in one picture. */
export function Cover({ prefix, today }: { prefix: string; today: string }): ReactNode {
  const { start: w, frame } = useWords();
  const other = useLanguage() === "Zh" ? "Chengdan" : "成单";
  return (
    <aside className="cover">
      <div className="r gap12"><img src={logo} width={44} height={44} alt="" /><div><div className="covername">{frame.program}</div><div className="s i3">{other}</div></div></div>
      <h1 className="claim">{w.claim1}<br />{w.claim2}</h1>
      <p className="lead i2">{w.claimText1}<br />{w.claimText2}</p>
      <div className="leaves" aria-hidden="true">
        <div className="leaf yellow"><span className="leafname">{w.leaves[2]}</span></div>
        <div className="leaf red"><span className="leafname">{w.leaves[1]}</span></div>
        <div className="leaf white">
          <span className="leafname">{w.leaves[0]}</span>
          <div className="slip">
            <div className="r sb"><b>{frame.program}</b><span className="no">{prefix}{today.slice(0, 7).replace("-", "")}-001</span></div>
            <div className="perf" />
            {w.slip.map(([name, value]) => (
              <div className="sliprow" key={name}><span className="i3">{name}</span><span className="g1 ell">{value}</span><Check size={17} strokeWidth={2.6} className="tick" /></div>
            ))}
          </div>
        </div>
      </div>
      <div className="g1" />
      <ul className="promises"><li><Check size={14} strokeWidth={1.8} />{w.promise1}</li><li><Check size={14} strokeWidth={1.8} />{w.promise2}</li></ul>
    </aside>
  );
}
