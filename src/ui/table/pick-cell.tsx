'use client';

import { useField } from '@/ui/forms/form-context';

type PickCellProps = {
  /** The form that the bulk bar belongs to, so that the boxes may stand outside of it. */
  form?: string;
  name: string;
  value: string;
  /** "Select PRP-2026-04689" */
  label: string;
  defaultChecked?: boolean;
};

/** The box that picks a row for a bulk act; a form that came back keeps what was picked. 44 px around it can be pressed. */
export function PickCell({ form, name, value, label, defaultChecked }: PickCellProps) {
  const { typed, cameBack } = useField(name);
  const isPicked = cameBack ? (Array.isArray(typed) ? typed.includes(value) : typed === value) : (defaultChecked ?? false);
  return (
    <td role="cell" className="pick">
      <label className="inline-flex p-3 -m-3 cursor-pointer">
        <input type="checkbox" form={form} name={name} value={value} defaultChecked={isPicked} />
        <span className="sr-only">{label}</span>
      </label>
    </td>
  );
}
