/** The open-source software that is shipped: fetched with its list only when somebody looks. */
import { Button, Collapse, Input } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { useWords } from "../../words";

/** A component as the generated list has it: [of, name, version, licence]. */
type Row = [of: string, name: string, version: string, licence: string];

/** The list behind a button. */
export function Licences(): ReactNode {
  const { about: w } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section data-field="licences">
      <h2 className="sec formsec">{w.licences}</h2>
      {open ? <All /> : <Button onClick={() => setOpen(true)} data-test="licences-show">{w.licences}</Button>}
    </section>
  );
}

function All(): ReactNode {
  const { about: w } = useWords();
  const [rows, setRows] = useState<Row[]>([]);
  const [font, setFont] = useState("");
  const [text, setText] = useState("");
  useEffect(() => {
    void import("../../parts/licences.json").then((list) => {
      setRows(list.default.rows as Row[]);
      setFont(list.default.font);
    });
  }, []);
  const wanted = text.trim().toLowerCase();
  const shown = rows.filter((row) => wanted === "" || row.some((cell) => cell.toLowerCase().includes(wanted)));
  return (
    <>
      <p className="s i3">{w.licencesLead(rows.length)}</p>
      <Input className="roomfind" value={text} allowClear placeholder={w.findLicence} onChange={(event) => setText(event.target.value)} data-test="licences-find" />
      <div className="licences" tabIndex={0} aria-label={w.licences} role="region">
        <table className="tbl" data-test="licences">
          <tbody>{shown.map(([of, name, version, licence]) => <tr key={`${of} ${name} ${version}`}><td>{name}</td><td className="i3">{version}</td><td className="i2" title={licence}>{licence}</td><td className="i3 s">{w.of[of] ?? of}</td></tr>)}</tbody>
        </table>
      </div>
      <Collapse ghost size="small" className="more" items={[{ key: "font", label: w.font, children: <pre className="logtext">{font}</pre> }]} />
    </>
  );
}
