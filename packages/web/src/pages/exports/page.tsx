import type { ProjectId } from '@genglossary/core/domain';
import type { ExportFormat } from '@genglossary/client';
import { Link } from '@tanstack/react-router';
import { useAddress } from '../../data/address.ts';
import { Loaded } from '../../data/loaded.tsx';
import { useEntries, useExported, useFormats, useProject, useVersions } from '../../data/queries.ts';
import type { ExportedFile } from '../../data/shapes.ts';
import { usePreferences } from '../../preferences/store.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Chip } from '../../ui/chip.tsx';
import { Page } from '../../ui/page.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Checkbox } from '../../ui/field.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import type { Words } from '../../words/en.ts';
import { useWords } from '../../words/words.tsx';
import { allEntries, EntrySelection } from './entry-selection.tsx';
import { exportCommand, exportsSearch, type ExportsSearch, readFormats, selectionOf } from './exports-search.ts';
import { FormatChoice } from './format-choice.tsx';
import './page.css';

/** The glossary as a file: what it will look like, what to know before it goes out, and the file itself. */
export function ExportsPage({ project, search }: { readonly project: ProjectId; readonly search: ExportsSearch }) {
  const words = useWords();
  const formats = useFormats();
  const summary = useProject(project);
  const change = useAddress(exportsSearch);
  if (summary.data?.entries === 0) {
    return (
      <Page title={words.exports.title}>
        <EmptyState title={words.exports.empty} detail={words.exports.emptyDetail}>
          <Link to="/p/$projectId/documents" params={{ projectId: project }} className="button button-primary">
            {words.shell.documents}
          </Link>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={words.exports.title} full>
      <Loaded answer={formats}>
        {(names) => {
          const format = names.find((name) => name === search.format) ?? names[0];
          if (format === undefined) return null;
          return (
            <div className="exports">
              <div className="exports-choice">
                <FormatChoice formats={names} chosen={format} onChoose={(name) => change({ format: name })} />
                {format === 'csv' && (
                  <Checkbox
                    label={words.exports.byteOrderMark}
                    checked={search.bom !== false}
                    onChange={(event) => change({ bom: event.target.checked ? undefined : false })}
                  />
                )}
                {readFormats.includes(format) && (
                  <Checkbox
                    label={words.exports.withIssues}
                    checked={search.issues === true}
                    onChange={(event) => change({ issues: event.target.checked ? true : undefined })}
                  />
                )}
                <EntrySelection {...{ project, search, change }} />
                <Warnings project={project} />
                <Command name={summary.data?.name ?? ''} {...{ format, search }} />
              </div>
              <Preview {...{ project, format, search, change }} all={summary.data?.entries} />
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Warnings({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const entries = useEntries(project);
  const summary = useProject(project);
  const without = entries.data?.filter(({ state }) => state !== 'defined').length ?? 0;
  const issues = summary.data?.openIssues ?? 0;
  if (without + issues === 0) return null;
  return (
    <section className="exports-warnings" aria-labelledby="warnings">
      <h2 id="warnings">{words.exports.warnings}</h2>
      <ul>
        {without > 0 && (
          <li>
            <Link to="/p/$projectId/entries" params={{ projectId: project }} search={{ show: 'unexplained' }}>
              {words.exports.withoutDefinition(without)}
            </Link>
          </li>
        )}
        {issues > 0 && (
          <li>
            <Link to="/p/$projectId/entries" params={{ projectId: project }} search={{ show: 'issues' }}>
              {words.exports.openIssues(issues)}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
}

interface Chosen {
  readonly format: ExportFormat;
  readonly search: ExportsSearch;
}

function Command({ name, format, search }: Chosen & { readonly name: string }) {
  const words = useWords();
  const { language } = usePreferences();
  return (
    <section aria-labelledby="command">
      <h2 id="command">{words.exports.command}</h2>
      <pre className="command">{exportCommand({ project: name, format, locale: language, search })}</pre>
    </section>
  );
}

const mostShown = 60_000;
/** Larger pages are shown as their source. */
const mostRendered = 2_000_000;

function Preview({
  project,
  format,
  search,
  change,
  all,
}: Chosen & {
  readonly project: ProjectId;
  readonly change: (next: ExportsSearch) => void;
  /** Entries of the glossary as it is now. */
  readonly all: number | undefined;
}) {
  const words = useWords();
  const { language } = usePreferences();
  const versions = useVersions(project);
  const files = useExported(project, {
    format,
    locale: language,
    byteOrderMark: format === 'csv' && search.bom !== false,
    ...selectionOf(search),
  });
  const published = versions.data?.find(({ number }) => number === search.version);
  return (
    <section className="preview" aria-label={words.exports.preview}>
      <Loaded answer={files}>
        {(list) =>
          list.map((file) =>
            file.entries === 0 ? (
              <EmptyState key={file.name} title={words.exports.nothing} detail={words.exports.nothingDetail}>
                <Button onClick={() => change(allEntries)}>{words.exports.clear}</Button>
              </EmptyState>
            ) : (
              <PreviewFile key={file.name} file={file} all={(published ?? { entries: all }).entries ?? file.entries} />
            ),
          )
        }
      </Loaded>
    </section>
  );
}

function PreviewFile({ file, all }: { readonly file: ExportedFile; readonly all: number }) {
  const words = useWords();
  const copy = async () => {
    await copyText(file.content);
    notify({ message: words.actions.copied });
  };
  return (
    <>
      <div className="spread preview-head">
        <h2>
          {file.name} <Chip>{kilobytes(words, file.content)}</Chip>
        </h2>
        <span className="muted numbers" role="status">
          {words.exports.written(file.entries, all)}
        </span>
        <div className="row">
          <Button onClick={() => void copy()}>{words.exports.copy}</Button>
          <Button kind="primary" onClick={() => saveFile(file.name, file)}>
            {words.exports.download(file.name)}
          </Button>
        </div>
      </div>
      {file.name.endsWith('.html') && file.content.length <= mostRendered ? (
        <iframe
          className="preview-page"
          title={words.exports.preview}
          sandbox=""
          srcDoc={withoutScripts(file.content)}
        />
      ) : (
        <Source file={file} />
      )}
    </>
  );
}

/** The text of the file, as far as anybody reads it here. */
function Source({ file }: { readonly file: ExportedFile }) {
  const words = useWords();
  const shown = file.content.slice(0, mostShown);
  return (
    <>
      {/* A region that scrolls is reached by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className="preview-text" tabIndex={0}>
        {shown}
      </pre>
      {file.content.length > mostShown && <p className="muted">{words.exports.previewCut(kilobytes(words, shown))}</p>}
    </>
  );
}

function kilobytes(words: Words, text: string): string {
  return words.exports.size(words.number(Math.max(1, Math.round(text.length / 1024))));
}

/** The preview runs nothing: it is drawn in a sandbox, in which the page's own search would only be an error. */
function withoutScripts(page: string): string {
  return page.replaceAll(/<script>.*?<\/script>/gsu, '');
}
