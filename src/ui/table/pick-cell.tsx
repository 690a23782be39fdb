type PickCellProps = {
  /** The form that the bulk bar belongs to, so that the boxes may stand outside of it. */
  form?: string;
  name: string;
  value: string;
  /** "Select PRP-2026-04689" */
  label: string;
  defaultChecked?: boolean;
};

/** The box that picks a row for a bulk act. 44 px around it can be pressed. */
export function PickCell({ form, name, value, label, defaultChecked }: PickCellProps) {
  return (
    <td role="cell" className="pick">
      <label className="inline-flex p-3 -m-3 cursor-pointer">
        <input type="checkbox" form={form} name={name} value={value} defaultChecked={defaultChecked} />
        <span className="sr-only">{label}</span>
      </label>
    </td>
  );
}
