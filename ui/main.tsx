/** Where the page begins. */
import { createRoot } from "react-dom/client";
import "./frame/base.css";
import "./frame/frame.css";
import "./parts/parts.css";
import "./parts/form.css";
import "./parts/document.css";
import { Root } from "./frame/Root";
import { paintFirst } from "./parts/theme";

paintFirst();
const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<Root />);
