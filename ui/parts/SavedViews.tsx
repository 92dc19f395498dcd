/** The views of a list as words with counts: those every book has, one's own, and those others share. What does not fit
 * stands behind 「更多」. */
import { Button, Checkbox, Dropdown, Input, Popover, type MenuProps } from "antd";
import { ChevronDown, Plus } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { answers, call, faultOf, useAct, type ListName, type SavedView, type ViewContent } from "../bridge";
import { useWords } from "../words";
import { Dialog } from "./Dialog";
import { useFaultWords } from "./faultWords";
import { Field } from "./Field";
import { useWidth } from "./List";
import { keyOf, viewContent, type BuiltInView, type ListState } from "./listState";
import { FaultNote } from "./Note";
import { say } from "./Toast";

interface ViewsProps<Filter> {
  list: ListName;
  builtIn: BuiltInView<Filter>[];
  state: ListState<Filter>;
  /** How many rows a filter leaves; undefined until that is known. */
  counts: Map<string, number>;
}

/** The words above a list. */
export function SavedViews<Filter>({ list, builtIn, state, counts }: ViewsProps<Filter>): ReactNode {
  const [renaming, setRenaming] = useState<SavedView | null>(null);
  const { box, row, fits } = useFitting([builtIn, state.saved, counts, state.view]);
  const words = [
    ...builtIn.map((view) => ({ key: view.key, label: view.label, hot: view.hot === true, view: view as BuiltInView<Filter> | SavedView })),
    ...state.saved.map((view) => ({ key: keyOf(view), label: view.name, hot: false, view: view as BuiltInView<Filter> | SavedView })),
  ];
  const hidden = words.slice(fits);
  return (
    <div className="viewsbox" ref={box}>
      <div className="views" ref={row}>
        {words.map((word, index) => (
          <div key={word.key} className="viewplace" style={index >= fits ? { visibility: "hidden", position: "absolute" } : {}}>
            <Word
              label={word.label} on={word.key === state.view} count={counts.get(word.key)} hot={word.hot} name={word.key} onChoose={() => state.choose(word.view)}
              own={"id" in word.view ? <OwnMenu list={list} view={word.view} state={state} onRename={setRenaming} /> : null}
              changed={word.key === state.view && state.changed}
            />
          </div>
        ))}
        {hidden.length > 0 && <MoreViews words={hidden} now={state.view} counts={counts} onChoose={(key) => { const found = words.find((one) => one.key === key); if (found !== undefined) state.choose(found.view); }} />}
        <SaveView list={list} state={state} />
      </div>
      {renaming !== null && <Rename view={renaming} onClose={() => setRenaming(null)} />}
    </div>
  );
}

/** How many of the words fit on the line, beside 「更多」 and 「存为视图」. */
function useFitting(changes: unknown[]): { box: React.RefObject<HTMLDivElement | null>; row: React.RefObject<HTMLDivElement | null>; fits: number } {
  const box = useRef<HTMLDivElement>(null);
  const row = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [fits, setFits] = useState(99);
  useLayoutEffect(() => {
    const places = [...(row.current?.querySelectorAll<HTMLElement>(".viewplace") ?? [])];
    const rest = (row.current?.querySelector<HTMLElement>(".viewsave")?.offsetWidth ?? 90) + 70;
    let [sum, count] = [0, 0];
    for (const place of places) {
      sum += place.offsetWidth + 2;
      if (sum > width - rest && width > 0) break;
      count += 1;
    }
    setFits(count === places.length ? 99 : count);
    // Whatever changes a word may change its width.
  }, [width, ...changes]);
  return { box, row, fits };
}

interface WordProps {
  label: string;
  name: string;
  on: boolean;
  count: number | undefined;
  hot: boolean;
  changed: boolean;
  onChoose: () => void;
  own: ReactNode;
}

function Word({ label, name, on, count, hot, changed, onChoose, own }: WordProps): ReactNode {
  const w = useWords().lists;
  return (
    <span className={`view${on ? " on" : ""}`}>
      <button type="button" aria-pressed={on} className="viewword" onClick={onChoose} data-test={`view-${name}`}>
        <span className="viewlabel">{label}</span>{changed && <span className="viewchanged" title={w.views.changed}>•</span>}
        {count !== undefined && <span className={`n${hot && count > 0 ? " hot" : ""}`}>{count}</span>}
      </button>
      {on && own}
    </span>
  );
}

function MoreViews({ words, now, counts, onChoose }: { words: { key: string; label: string }[]; now: string; counts: Map<string, number>; onChoose: (key: string) => void }): ReactNode {
  const w = useWords().lists;
  const items = words.map((word) => ({ key: word.key, label: <span className="r gap12 sb" data-test={`more-${word.key}`}>{word.label}<span className="i3 s">{counts.get(word.key) ?? ""}</span></span> }));
  const chosen = words.find((word) => word.key === now);
  return (
    <Dropdown trigger={["click"]} menu={{ items, selectedKeys: [now], onClick: ({ key }) => onChoose(key) }}>
      <button type="button" className={`view${chosen === undefined ? "" : " on"}`} data-test="views-more">{chosen?.label ?? w.more}<ChevronDown size={13} strokeWidth={1.6} /></button>
    </Dropdown>
  );
}

/** Keeps a view as it is looked at now. */
function contentOf<Filter>(list: ListName, state: ListState<Filter>): ViewContent {
  return viewContent(list, state.filter, { sort: state.sort.by, descending: state.sort.descending, columns: state.columns });
}

/** What can be done with the view that is chosen. */
function OwnMenu<Filter>({ list, view, state, onRename }: { list: ListName; view: SavedView; state: ListState<Filter>; onRename: (view: SavedView) => void }): ReactNode {
  const { lists: w, frame } = useWords();
  const inWords = useFaultWords();
  const save = useAct("view_save");
  const change = (part: Partial<SavedView>, done?: string): void => save.mutate(
    { id: view.id, version: view.version, name: view.name, shared: view.shared, content: view.content, ...part },
    { onSuccess: (now) => { if (part.content !== undefined) state.choose(now); if (done !== undefined) say(done); }, onError: (error) => say(inWords(error)) },
  );
  const remove = async (): Promise<void> => {
    try {
      await call("view_remove", { id: view.id, version: view.version });
      const { name, shared, content } = view;
      say(w.views.removed(name), { label: frame.undo, run: () => void call("view_save", { id: null, version: null, name, shared, content }).then(() => say(w.views.restored(name))).finally(() => answers.invalidateQueries()) });
    } catch (error) {
      say(inWords(error));
    }
    await answers.invalidateQueries();
  };
  if (!view.changeable) return <span className="viewof i3 s" title={w.views.of(view.owner)}>{view.owner}</span>;
  const items: MenuProps["items"] = [
    { key: "overwrite", label: <span data-test="view-overwrite">{w.views.overwrite}</span>, disabled: !state.changed },
    { key: "rename", label: <span data-test="view-rename">{w.views.rename}</span> },
    { key: "share", label: <span data-test="view-share">{view.shared ? w.views.unshare : w.views.share}</span> },
    { type: "divider" },
    { key: "remove", danger: true, label: <span data-test="view-remove">{w.views.remove}</span> },
  ];
  const run = (key: string): void => {
    if (key === "overwrite") change({ content: contentOf(list, state) }, w.views.overwritten(view.name));
    if (key === "rename") onRename(view);
    if (key === "share") change({ shared: !view.shared });
    if (key === "remove") void remove();
  };
  return (
    <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => run(key) }}>
      <button type="button" className="viewmenu" aria-label={w.views.menu(view.name)} data-test="view-menu"><ChevronDown size={13} strokeWidth={1.8} /></button>
    </Dropdown>
  );
}

/** 「存为视图」 */
function SaveView<Filter>({ list, state }: { list: ListName; state: ListState<Filter> }): ReactNode {
  const w = useWords().lists.views;
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const save = useAct("view_save", (view) => {
    setOpen(false);
    setName("");
    setShared(false);
    state.choose(view);
    say(w.saved(view.name));
  });
  const [tried, setTried] = useState(false);
  useEffect(() => { if (!open) setTried(false); }, [open]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== "" && !save.isPending) save.mutate({ id: null, version: null, name: name.trim(), shared, content: contentOf(list, state) });
  };
  const content = (
    <form className="c gap8 viewform" onSubmit={submit} noValidate>
      <Field label={w.name} name="view_name" hint={w.saveHint} error={tried && name.trim() === "" ? w.nameMissing : undefined}>
        <Input autoFocus value={name} maxLength={40} placeholder={w.namePlaceholder} onChange={(event) => setName(event.target.value)} data-test="view-name" />
      </Field>
      <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)} data-test="view-shared">{w.shared}</Checkbox>
      {save.isError && <FaultNote fault={faultOf(save.error)} />}
      <Button type="primary" htmlType="submit" loading={save.isPending} data-test="view-save-it">{w.saveIt}</Button>
    </form>
  );
  return (
    <Popover trigger="click" placement="bottomLeft" arrow={false} open={open} onOpenChange={setOpen} content={content} destroyOnHidden>
      <button type="button" className="view viewsave" data-test="view-save"><Plus size={14} strokeWidth={1.6} />{w.save}</button>
    </Popover>
  );
}

function Rename({ view, onClose }: { view: SavedView; onClose: () => void }): ReactNode {
  const { lists: { views: w }, lists } = useWords();
  const [name, setName] = useState(view.name);
  const save = useAct("view_save", onClose);
  const submit = (): void => {
    if (name.trim() !== "" && !save.isPending) save.mutate({ id: view.id, version: view.version, name: name.trim(), shared: view.shared, content: view.content });
  };
  const acts = (
    <>
      <Button onClick={onClose}>{lists.cancel}</Button>
      <Button type="primary" htmlType="submit" loading={save.isPending} data-test="view-rename-it">{w.saveIt}</Button>
    </>
  );
  return (
    <Dialog title={w.renameTitle} onClose={onClose} onSubmit={submit} acts={acts} width={400} test="view-rename-dialog">
      <Field label={w.name} name="view_name" error={name.trim() === "" ? w.nameMissing : undefined}>
        <Input autoFocus value={name} maxLength={40} onChange={(event) => setName(event.target.value)} data-test="view-new-name" />
      </Field>
      {save.isError && <FaultNote fault={faultOf(save.error)} />}
    </Dialog>
  );
}
