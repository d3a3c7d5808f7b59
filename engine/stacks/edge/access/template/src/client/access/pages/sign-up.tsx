import { shortestPassword } from "../../../shared/access/access.ts";
import { Button } from "../../components/ui/button.tsx";
import { Link } from "../../link.tsx";
import { useSearchParams } from "../../routing/links.tsx";
import { useLoaderData } from "../../routing/pages.tsx";
import type { LoaderArgs } from "../../routing/router.ts";
import { accessApi } from "../access-api.ts";
import { BarePage } from "../bare-page.tsx";
import { Problem, TextInput } from "../form-parts.tsx";
import { nextPage, readSession } from "../session.ts";
import { useSubmit } from "../use-submit.ts";
import { words } from "../words.ts";

interface Loaded {
  /** Of the link that an administrator made. */
  token: string;
  invited: { email: string; name: string } | null;
  problem: string;
}

const texts = {
  first: words.firstAccount,
  open: undefined,
  invited: words.byInvitation,
};

const back = (
  <p className="mt-5 text-sm">
    <Link to="/sign-in" className="rounded font-medium text-accent underline underline-offset-2">
      {words.signInInstead}
    </Link>
  </p>
);

function SignUpPage() {
  const { token, invited, problem: refused } = useLoaderData<Loaded>();
  const [query] = useSearchParams();
  const { signUp } = readSession();
  const { submit, problem, problems, isBusy } = useSubmit(async ({ email, ...values }) => {
    await accessApi.signUp(invited ? { ...values, token } : { ...values, email });
    location.assign(nextPage(query));
  });
  if (!invited && (signUp === "invited" || refused !== "")) {
    return (
      <BarePage title={words.signUp} text={refused || texts.invited}>
        {back}
      </BarePage>
    );
  }
  return (
    <BarePage
      title={invited ? words.choosePassword : words.signUp}
      text={invited ? words.forAccount(invited.email) : texts[signUp]}
    >
      <form noValidate onSubmit={submit} className="mt-6 space-y-4">
        <Problem>{problem}</Problem>
        <TextInput
          label={words.name}
          name="name"
          autoComplete="name"
          defaultValue={invited?.name ?? ""}
          problems={problems}
        />
        {!invited && (
          <TextInput label={words.eMail} name="email" type="email" autoComplete="username" problems={problems} />
        )}
        <TextInput
          label={words.password}
          name="password"
          type="password"
          autoComplete="new-password"
          problems={problems}
          hint={words.atLeastCharacters(shortestPassword)}
        />
        <Button type="submit" variant="primary" className="w-full" disabled={isBusy}>
          {invited ? words.saveAndSignIn : words.signUp}
        </Button>
      </form>
      {back}
    </BarePage>
  );
}

export const signUpRoute = {
  loader: async ({ request }: LoaderArgs): Promise<Loaded> => {
    const token = new URL(request.url).searchParams.get("token") ?? "";
    if (token === "") return { token, invited: null, problem: "" };
    try {
      return { token, invited: await accessApi.invitation(token, request.signal), problem: "" };
    } catch (failure) {
      const problem = failure instanceof Error ? failure.message : words.brokenLink;
      return { token, invited: null, problem };
    }
  },
  Component: SignUpPage,
};
