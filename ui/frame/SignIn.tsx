/** Who is at the desk? Nobody yet: choose a name, and the password where there is one. */
import { Button, Input } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import { faultOf, useAct, useAsk, type AppStatus, type Language } from "../bridge";
import { Answer, Avatar, FaultNote } from "../parts";
import { useWords } from "../words";
import { Cover } from "./Cover";

/** The page of signing in. */
export function SignIn({ status, language, speak }: { status: AppStatus; language: Language; speak: (language: Language) => void }): ReactNode {
  const { start: w, names } = useWords();
  const people = useAsk("person_list", {});
  const [chosen, setChosen] = useState<number | null>(null);
  const [password, setPassword] = useState("");
  const signIn = useAct("person_sign_in");
  const choose = (id: number, needsPassword: boolean): void => {
    setChosen(id);
    setPassword("");
    signIn.reset();
    if (!needsPassword) signIn.mutate({ person_id: id, password: "" });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen !== null) signIn.mutate({ person_id: chosen, password });
  };
  return (
    <div className="first">
      <Cover prefix="DD" today={status.today} />
      <div className="firstside">
        <Button type="text" size="small" className="otherlanguage" onClick={() => speak(language === "Zh" ? "En" : "Zh")} data-test="other-language">{w.languageOther}</Button>
        <div className="signin" data-test="sign-in-page">
          <h2 className="pagename">{w.signIn}</h2>
          <p className="i2">{status.company_name}　{w.signInHint}</p>
          <Answer of={people}>{(all) => (
            <div className="signlist" role="list">
              {all.filter((one) => one.active).map((one) => (
                <div key={one.id} role="listitem" className={`signrow${one.id === chosen ? " on" : ""}`}>
                  <button type="button" className="personrow" onClick={() => choose(one.id, one.has_password)} data-test={`person-${one.id}`} data-name={one.name}>
                    <Avatar name={one.name} large />
                    <span className="w6 nw">{one.name}</span>
                    <span className="i3 s ell g1">{one.roles.map((role) => names.role[role]).join(" · ")}</span>
                  </button>
                  {one.id === chosen && one.has_password && (
                    <form className="signform" onSubmit={submit}>
                      <Input.Password autoFocus value={password} onChange={(event) => setPassword(event.target.value)} placeholder={w.enterPassword} aria-label={w.enterPassword} data-test="password" />
                      <Button type="primary" htmlType="submit" loading={signIn.isPending} data-test="sign-in">{w.enter}</Button>
                    </form>
                  )}
                </div>
              ))}
            </div>
          )}</Answer>
          {signIn.isError && <FaultNote fault={faultOf(signIn.error)} />}
        </div>
      </div>
    </div>
  );
}
