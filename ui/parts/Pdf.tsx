/** The PDF view, fetched only when one is looked at. */
import { lazy, Suspense, type ComponentProps, type ReactNode } from "react";
import { Bones } from "./Loading";

const Lazy = lazy(() => import("./PdfView"));

/** Shows a PDF's pages; see PdfView. */
export function Pdf(props: ComponentProps<typeof Lazy>): ReactNode {
  return <Suspense fallback={<div className="pdfdesk"><Bones /></div>}><Lazy {...props} /></Suspense>;
}
