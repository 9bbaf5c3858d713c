import { useNavigate } from '@tanstack/react-router';
import type { ComponentProps, MouseEvent } from 'react';

/** Follows the plain links within an element: one place listens for dozens of links, which are then no more than their words. */
export function useFollowedLinks(): (event: MouseEvent) => void {
  const navigate = useNavigate();
  return (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href');
    if (href === undefined || href === null || event.defaultPrevented) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate({ href });
  };
}

/** A link within the app by its address: for lists of dozens of links, where one that watches the router costs too much. */
export function AppLink({ href, ...rest }: { readonly href: string } & Omit<ComponentProps<'a'>, 'href' | 'onClick'>) {
  return <a href={href} onClick={useFollowedLinks()} {...rest} />;
}
