import { Link, useLocation } from "react-router";
import { type SignInField, SignInForm, emailField } from "../components/sign-in-form.tsx";
import { signIn } from "../session/session.ts";

const fields: SignInField[] = [
  emailField,
  {
    name: "password",
    label: "Password",
    type: "password",
    autoComplete: "current-password",
    required: true,
    check: (value) => (value === "" ? "Enter your password." : null),
  },
];

export function Component() {
  const { search } = useLocation();
  return (
    <>
      <title>Log in · NexusGen</title>
      <h1 className="display text-3xl">Log in</h1>
      <SignInForm
        fields={fields}
        action="Log in"
        send={({ email = "", password = "" }) => signIn({ email: email.trim(), password })}
      />
      <p className="mt-6 text-sm text-muted">
        New here?{" "}
        <Link to={`/register${search}`} className="font-[560] text-accent-ink underline underline-offset-2">
          Create an account
        </Link>
      </p>
    </>
  );
}
