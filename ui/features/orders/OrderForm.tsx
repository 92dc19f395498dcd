/** The form. */
export function OrderForm(_: { id: number | null }): null {
  return null;
}
