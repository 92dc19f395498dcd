import { openWindow } from "../window/harness.mjs";
const ROOMS = {
  orders: "[data-test=orders-row]", approvals: ".approvals section, .approvals .empty", customers: "[data-test=customers-row]",
  products: "[data-test=products-row]", reports: "[data-test=kpi-amount]", outbox: "[data-test=outbox-row]", import: "[data-test=import-pick]",
  settings: ".settingspage h1", leads:"[data-test=leads-row]", today:"[data-test=today-row], .today",
};
const window = await openWindow(process.argv[2]);
const XA=(s,...a)=>window.driver.executeAsyncScript(s,...a);
await window.find("[data-test=desk]"); await window.atRest();
await window.driver.executeScript("location.hash = '#/orders'");
try{ await window.click("[data-test=view-all]"); await window.find("[data-test=orders-row]"); }catch{}
for(let round=0;round<6;round++) for(const [room,ready] of Object.entries(ROOMS)){
 const r=await XA(`
 const [room,ready,done]=arguments; const out={}; const t0=performance.now();
 let first=null, rdy=null, muts=0, last=0; let raf=0, longest=0, prev=t0;
 const mo=new MutationObserver((l)=>{const now=performance.now()-t0; muts+=l.length; if(first===null)first=now; last=now; if(rdy===null){const m=document.querySelector("main[data-room='"+room+"']"); if(m&&m.querySelector(ready))rdy=now;}});
 mo.observe(document.body,{subtree:true,childList:true,attributes:true});
 let painted=null; const frames=[];
 const f=()=>{const n=performance.now(); frames.push(Math.round(n-prev)); prev=n; const m=document.querySelector("main[data-room='"+room+"']"); if(painted===null&&m&&m.querySelector(ready)){const c=new MessageChannel();c.port1.onmessage=()=>{painted=performance.now()-t0};c.port2.postMessage(0)} if(n-t0<700)requestAnimationFrame(f); else {mo.disconnect();done({first,rdy,painted,last,muts,nodes:document.querySelectorAll('*').length,frames:frames.slice(0,12)})}};
 requestAnimationFrame(f);
 document.querySelector("[data-test=room-"+room+"]").click();
 `,room,ready);
 if(round>=4) console.log(room.padEnd(10),JSON.stringify(r,(k,v)=>typeof v=="number"?Math.round(v):v));
}
await window.close();
