/** How the page is built: one lazy chunk per room, everything it needs inside `dist`, nothing from the network. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Character maps for PDFs whose Chinese fonts are not embedded: pdf.js asks for them by name. */
function characterMaps(): Plugin {
  const folder = join(dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), "cmaps");
  return {
    name: "character-maps",
    apply: "build",
    generateBundle() {
      for (const name of readdirSync(folder).filter((file) => file.endsWith(".bcmap"))) {
        this.emitFile({ type: "asset", fileName: `cmaps/${name}`, source: readFileSync(join(folder, name)) });
      }
    },
  };
}

export default defineConfig({
  base: "./",
  plugins: [react(), characterMaps()],
  server: { port: 5173, strictPort: true, proxy: { "/door": "http://127.0.0.1:4173", "/changed": "http://127.0.0.1:4173" } },
  build: {
    target: ["es2022", "safari16"],
    chunkSizeWarningLimit: 1500,
    // Inline data: URLs would need a wider content policy.
    assetsInlineLimit: 0,
  },
});
