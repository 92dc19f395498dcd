/** The acts of a quotation. The core says which there are and why one is refused. */
import { Button } from "antd";
import { FileText } from "lucide-react";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type Fault, type QuotationAct, type QuotationView } from "../../bridge";
import { ActButton, FaultNote, PaperDialog, addressOf, moveOpened, say, useKeys } from "../../parts";
import { useWords } from "../../words";
import { MakeContract } from "../../parts/contract/MakeContract";
import { QuotationDecision } from "../../parts/quotation/QuotationDecision";
import { AcceptDialog, LoseDialog, RoundDialog, SendDialog } from "./Answers";

type Question = Extract<QuotationAct, "Grant" | "SendBack" | "Send" | "Round" | "Accept" | "Lose"> | "Paper" | null;

/** The row of acts. */
export function Acts({ offer }: { offer: QuotationView }): ReactNode {
  const { quotations: w, papers } = useWords();
  const [question, setQuestion] = useState<Question>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const onError = (error: Error): void => setFault(faultOf(error));
  const submit = useAct("quotation_submit", (one) => say(one.state === "Approved" ? w.said.approved : w.said.submitted));
  const withdraw = useAct("quotation_withdraw", () => say(w.said.withdrawn));
  const at = { id: offer.id, version: offer.version };
  const run = (act: QuotationAct): void => {
    setFault(null);
    if (act === "Edit") moveOpened(addressOf("quotations", offer.id), addressOf("quotations", offer.id, "edit"));
    else if (act === "Submit") submit.mutate(at, { onError });
    else if (act === "Withdraw") withdraw.mutate(at, { onError });
    else if (act !== "Expire" && act !== "TakeUp") setQuestion(act);
  };
  // An earlier version is taken up again where it stands, beside the others.
  const shown = offer.acts.filter((may) => may.act !== "TakeUp");
  const first = shown.find((may) => may.refusals.length === 0 && may.act !== "Withdraw" && may.act !== "Lose")?.act;
  useKeys({ E: () => { if (first !== undefined) run(first); }, P: () => setQuestion("Paper") }, question === null);
  const close = (): void => setQuestion(null);
  return (
    <>
      <div className="acts">
        {shown.map((may) => <ActButton key={may.act} label={w.names.acts[may.act]} refusals={may.refusals} primary={may.act === first} loading={may.act === "Submit" && submit.isPending} onClick={() => run(may.act)} test={`act-${may.act}`} />)}
        {offer.state === "Accepted" && offer.contract === null && <MakeContract quotationId={offer.id} refusals={offer.contract_refusals} onFault={setFault} />}
        <div className="g1" />
        <Button type="text" icon={<FileText size={15} strokeWidth={1.6} />} title={papers.menuHint} onClick={() => setQuestion("Paper")} data-test="paper">{w.paper(offer.revision)}</Button>
      </div>
      {fault !== null && <FaultNote fault={fault} />}
      {(question === "Grant" || question === "SendBack") && <Deciding offer={offer} kind={question === "Grant" ? "grant" : "sendBack"} onClose={close} />}
      {question === "Send" && <SendDialog offer={offer} onClose={close} />}
      {question === "Round" && <RoundDialog offer={offer} onClose={close} />}
      {question === "Accept" && <AcceptDialog offer={offer} onClose={close} />}
      {question === "Lose" && <LoseDialog offer={offer} onClose={close} />}
      {question === "Paper" && <OfferPaper offer={offer} onClose={close} />}
    </>
  );
}

/** The decision, with who may give it now: the core has considered four eyes. */
function Deciding({ offer, kind, onClose }: { offer: QuotationView; kind: "grant" | "sendBack"; onClose: () => void }): ReactNode {
  const waiting = useAsk("approval_quotations", { list: "Waiting", everyone: true }, { keep: false });
  if (waiting.data === undefined) return null;
  const candidates = waiting.data.find((row) => row.id === offer.id)?.candidates ?? [];
  return <QuotationDecision kind={kind} of={{ id: offer.id, version: offer.version, number: offer.number }} candidates={candidates} onClose={onClose} />;
}

function OfferPaper({ offer, onClose }: { offer: QuotationView; onClose: () => void }): ReactNode {
  const { quotations: w, papers } = useWords();
  const file = useAsk("quotation_paper", { id: offer.id, revision: offer.revision }, { keep: false });
  const sent = offer.versions.at(-1)?.sent_at !== null;
  return <PaperDialog title={`${w.paper(offer.revision)}　${offer.customer_name}`} onClose={onClose} of={file} note={sent ? papers.exact : papers.draft} />;
}
