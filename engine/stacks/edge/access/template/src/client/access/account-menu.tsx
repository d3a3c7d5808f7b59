import { Icon } from "../components/icon.tsx";
import { ButtonLink } from "../components/ui/button.tsx";
import { Initials } from "../components/portrait.tsx";
import { menuItemLook, Popover } from "../components/ui/popover.tsx";
import { Link } from "../routing/links.tsx";
import { basename } from "../shell/slots.ts";
import { isInside, readSession, signOut } from "./session.ts";
import { words } from "./words.ts";

function Entry({ to, icon, children }: { to: string; icon: string; children: string }) {
  const content = (
    <>
      <Icon name={icon} className="size-4 text-subtle" />
      {children}
    </>
  );
  // From the public pages of a site it leads into the management area, which is a program of its own.
  if (!isInside(location.pathname)) {
    return (
      <a href={`${basename}${to}`} className={menuItemLook}>
        {content}
      </a>
    );
  }
  return (
    <Link to={to} className={menuItemLook}>
      {content}
    </Link>
  );
}

/** Who is signed in, and the pages about accounts. */
export function AccountMenu() {
  const { user } = readSession();
  if (!user) {
    return (
      <ButtonLink to="/sign-in" size="small">
        {words.signIn}
      </ButtonLink>
    );
  }
  return (
    <Popover
      label={words.accountOf(user.name)}
      icon="user"
      iconOnly
      face={<Initials name={user.name} className="size-8 text-xs" />}
    >
      <div className="mb-1 border-b px-3 pt-1 pb-2.5">
        <p className="font-medium break-words">{user.name}</p>
        <p className="text-xs break-words text-subtle">
          {user.role.label} · {user.email}
        </p>
      </div>
      <Entry to="/profile" icon="user">
        {words.profile}
      </Entry>
      <Entry to="/access/keys" icon="key">
        {words.apiKeys}
      </Entry>
      {user.isAdmin && (
        <>
          <Entry to="/access/users" icon="users">
            {words.usersAndRoles}
          </Entry>
          <Entry to="/access/changes" icon="clock">
            {words.auditTrail}
          </Entry>
        </>
      )}
      <button type="button" className={menuItemLook} onClick={() => void signOut()}>
        <Icon name="external" className="size-4 text-subtle" />
        {words.signOut}
      </button>
    </Popover>
  );
}
