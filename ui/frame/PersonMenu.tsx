/** Who is at the desk: change person quickly, language, light or dark. */
import { Button, Input, Popover, Segmented } from "antd";
import { LogOut } from "lucide-react";
import { useState, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type AppStatus, type Language, type PersonBrief, type PersonView } from "../bridge";
import { Avatar, Dialog, FaultNote } from "../parts";
import { closeAll } from "../parts/place";
import { useWords } from "../words";
import { useMayLeave } from "./leaving";
import { setAppearance, useAppearance, type Appearance } from "../parts/theme";

interface MenuProps {
  status: AppStatus;
  person: PersonBrief;
  language: Language;
  speak: (language: Language) => void;
  children: ReactNode;
}

/** The menu behind the name. */
export function PersonMenu({ person, language, speak, children }: MenuProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<PersonView | null>(null);
  const w = useWords().frame;
  const mayLeave = useMayLeave();
  const signIn = useAct("person_sign_in", () => { setOpen(false); setAsked(null); closeAll(); });
  const choose = async (next: PersonView): Promise<void> => {
    if (next.id === person.id) return setOpen(false);
    setOpen(false);
    if (!(await mayLeave(w.letSit(next.name)))) return;
    if (next.has_password) setAsked(next);
    else signIn.mutate({ person_id: next.id, password: "" });
  };
  return (
    <>
      <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" arrow={false} content={<Menu person={person} language={language} speak={speak} choose={(next) => void choose(next)} close={() => setOpen(false)} />}>
        {children}
      </Popover>
      {asked !== null && <AskPassword person={asked} signIn={signIn} onClose={() => { setAsked(null); signIn.reset(); }} />}
    </>
  );
}

interface InsideProps {
  person: PersonBrief;
  language: Language;
  speak: (language: Language) => void;
  choose: (person: PersonView) => void;
  close: () => void;
}

function Menu({ person, language, speak, choose, close }: InsideProps): ReactNode {
  const { frame: w, names } = useWords();
  const people = useAsk("person_list", {}).data ?? [];
  const signOut = useAct("person_sign_out", closeAll);
  const appearance = useAppearance();
  const mayLeave = useMayLeave();
  const leave = async (): Promise<void> => {
    close();
    if (await mayLeave(w.signOut)) signOut.mutate({});
  };
  return (
    <div className="deskmenu" data-test="desk-menu">
      <div className="sec">{w.changePerson}</div>
      <div className="people">
        {people.filter((one) => one.active).map((one) => (
          <button key={one.id} type="button" className={`personrow${one.id === person.id ? " on" : ""}`} onClick={() => choose(one)} data-test={`person-${one.id}`} data-name={one.name}>
            <Avatar name={one.name} />
            <span className="nw">{one.name}</span>
            <span className="i3 s ell g1">{one.roles.map((role) => names.role[role]).join(" · ")}</span>
          </button>
        ))}
      </div>
      <div className="hr" />
      <div className="menuline"><span className="i2">{w.language}</span><Segmented size="small" value={language} options={[{ label: "中文", value: "Zh" }, { label: "English", value: "En" }]} onChange={speak} data-test="language" /></div>
      <div className="menuline"><span className="i2">{w.appearance}</span><Segmented<Appearance> size="small" value={appearance} options={[{ label: w.light, value: "light" }, { label: w.dark, value: "dark" }, { label: w.system, value: "system" }]} onChange={setAppearance} data-test="appearance" /></div>
      <div className="hr" />
      <Button type="text" block icon={<LogOut size={15} strokeWidth={1.6} />} className="leftbtn" onClick={() => void leave()} data-test="sign-out">{w.signOut}</Button>
    </div>
  );
}

function AskPassword({ person, signIn, onClose }: { person: PersonView; signIn: ReturnType<typeof useAct<"person_sign_in">>; onClose: () => void }): ReactNode {
  const { frame: w, start } = useWords();
  const [password, setPassword] = useState("");
  const submit = (): void => signIn.mutate({ person_id: person.id, password });
  return (
    <Dialog title={w.passwordFor(person.name)} onClose={onClose} onSubmit={submit} width={360} test="ask-password" acts={<Button type="primary" htmlType="submit" loading={signIn.isPending} data-test="sign-in">{start.enter}</Button>}>
      <Input.Password autoFocus value={password} onChange={(event) => setPassword(event.target.value)} aria-label={start.enterPassword} data-test="password" />
      {signIn.isError && <div className="below"><FaultNote fault={faultOf(signIn.error)} /></div>}
    </Dialog>
  );
}
