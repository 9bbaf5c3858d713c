import { useNavigate } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

/** A link within the app by its address: for lists of dozens of links, where one that watches the router costs too much. */
export function AppLink({ href, ...rest }: { readonly href: string } & Omit<ComponentProps<'a'>, 'href' | 'onClick'>) {
  const navigate = useNavigate();
  return (
    <a
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        void navigate({ href });
      }}
      {...rest}
    />
  );
}
