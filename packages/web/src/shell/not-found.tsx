import { Link } from '@tanstack/react-router';
import { EmptyState } from '../ui/states.tsx';
import { Page } from '../ui/page.tsx';
import { useWords } from '../words/words.tsx';

export function NotFound() {
  const words = useWords();
  return (
    <Page title={words.shell.notFound}>
      <EmptyState title={words.shell.notFound} detail={words.shell.notFoundDetail}>
        <Link to="/" className="button button-primary">
          {words.shell.toProjects}
        </Link>
      </EmptyState>
    </Page>
  );
}
