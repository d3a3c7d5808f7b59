import { Link, useLocation } from "react-router";
import { type SignInField, SignInForm, emailField } from "../components/sign-in-form.tsx";
import { register } from "../session/session.ts";

const shortestPassword = 8;

const fields: SignInField[] = [
  { name: "name", label: "Name (optional)", type: "text", autoComplete: "name", required: false, check: () => null },
  emailField,
  {
    name: "password",
    label: "Password",
    type: "password",
    autoComplete: "new-password",
    required: true,
    hint: `At least ${shortestPassword} characters. A few unrelated words work well.`,
    check: (value) => (value.length < shortestPassword ? `Use at least ${shortestPassword} characters.` : null),
  },
];

export function Component() {
  const { search } = useLocation();
  return (
    <>
      <title>Create an account · NexusGen</title>
      <h1 className="display text-3xl">Create an account</h1>
      <SignInForm
        fields={fields}
        action="Create account"
        send={({ name = "", email = "", password = "" }) =>
          register({ email: email.trim(), password, ...(name.trim() === "" ? {} : { name: name.trim() }) })
        }
      />
      <p className="mt-6 text-sm text-muted">
        Have an account?{" "}
        <Link to={`/login${search}`} className="font-[560] text-accent-ink underline underline-offset-2">
          Log in
        </Link>
      </p>
    </>
  );
}
