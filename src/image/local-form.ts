/** What a REF of the command line names that is in no registry. */
export interface LocalForm {
  form: 'oci' | 'oci-archive' | 'docker-archive' | 'docker' | 'build';
  /** What stands behind the colon. */
  rest: string;
}

const FORMS: readonly LocalForm['form'][] = ['oci', 'oci-archive', 'docker-archive', 'docker', 'build'];

/** `oci:out` is `oci` and `out`; `null`: a reference of a registry. */
export function parseLocalForm(text: string): LocalForm | null {
  const form = FORMS.find((name) => text.startsWith(`${name}:`));
  return form === undefined ? null : { form, rest: text.slice(form.length + 1) };
}
