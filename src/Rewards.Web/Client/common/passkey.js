/**
 * <form data-passkey="create | get" data-ask="address" hidden>: of no use where the browser knows no passkeys. When it is sent,
 * the address is asked (with the form's fields) what the browser is to make or show; the answer goes into the field
 * "credential", and then the form is sent. What went wrong is said in [data-failed].
 */
export function passkeyForms() {
  if (!globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', event => {
      event.preventDefault();
      const failed = form.querySelector('[data-failed]');
      failed.textContent = '';
      credentialFor(form)
        .then(credential => {
          form.elements.credential.value = JSON.stringify(credential);
          form.submit();
        })
        .catch(problem => { failed.textContent = problem instanceof Refusal ? problem.message : failed.dataset.failed; });
    });
  }
}

class Refusal extends Error {}

async function credentialFor(form) {
  const answer = await fetch(form.dataset.ask, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  const asked = await answer.json();
  if (!answer.ok) throw new Refusal(asked.refusal);
  return form.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
}
