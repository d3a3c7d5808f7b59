import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Link } from "../../link.tsx";
import { useSearchParams } from "../../routing/links.tsx";
import { accessApi } from "../access-api.ts";
import { BarePage } from "../bare-page.tsx";
import { Problem, TextInput } from "../form-parts.tsx";
import { nextPage, readSession } from "../session.ts";
import { useSubmit } from "../use-submit.ts";
import { words } from "../words.ts";

/** Example people exist in the example data alone. */
function Examples({ onChosen }: { onChosen: () => void }) {
  const { examples } = readSession();
  const [problem, setProblem] = useState("");
  if (examples.length === 0) return null;
  const choose = async (id: string): Promise<void> => {
    try {
      await accessApi.signInAs(id);
      onChosen();
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : words.thatDidNotWork);
    }
  };
  return (
    <section aria-labelledby="examples" className="mt-6 border-t pt-5">
      <h2 id="examples" className="text-sm font-semibold">
        {words.tryAsSomebody}
      </h2>
      <p className="mt-1 text-xs text-pretty text-subtle">{words.examplePeople}</p>
      <ul className="mt-3 grid gap-2">
        {examples.map(({ id, name, role }) => (
          <li key={id}>
            <Button className="w-full" onClick={() => void choose(id)}>
              {words.continueAs(role.label)}
              <span className="min-w-0 truncate font-normal text-subtle">{name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Problem>{problem}</Problem>
    </section>
  );
}

export function SignInPage() {
  const [query] = useSearchParams();
  const { signUp, user } = readSession();
  const enter = (): void => location.assign(nextPage(query));
  const { submit, problem, problems, isBusy } = useSubmit(async (values) => {
    await accessApi.signIn(values);
    enter();
  });
  const to = query.get("to");
  return (
    <BarePage title={words.signIn} text={user ? words.signedInAs(user.name) : undefined}>
      <form noValidate onSubmit={submit} className="mt-6 space-y-4">
        <Problem>{problem}</Problem>
        <TextInput label={words.eMail} name="email" type="email" autoComplete="username" problems={problems} />
        <TextInput
          label={words.password}
          name="password"
          type="password"
          autoComplete="current-password"
          problems={problems}
          hint={words.forgotten}
        />
        <Button type="submit" variant="primary" className="w-full" disabled={isBusy}>
          {words.signIn}
        </Button>
      </form>
      {signUp !== "invited" && (
        <p className="mt-5 text-sm">
          {signUp === "first" ? words.nobodyHasAccountYet : words.noAccountYet}
          <Link
            to={`/sign-up${to === null ? "" : `?${new URLSearchParams({ to })}`}`}
            className="rounded font-medium text-accent underline underline-offset-2"
          >
            {words.signUp}
          </Link>
        </p>
      )}
      <Examples onChosen={enter} />
    </BarePage>
  );
}
