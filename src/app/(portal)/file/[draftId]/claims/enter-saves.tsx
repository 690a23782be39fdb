/** The Enter key presses a form's first button: here it saves the lines and stays, rather than remove or change another. */
export function EnterSaves() {
  return (
    <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only">
      Save
    </button>
  );
}
