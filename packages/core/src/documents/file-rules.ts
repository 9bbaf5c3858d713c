/** Names of files that hold secrets: never read, whatever their suffix. */
const SECRET_FILE =
  /^(?:\.env(?:\..*)?|.*\.env|credentials.*|secrets(?:[._-].*)?|.*\.(?:key|pem|p12|pfx|jks|keystore|kdbx|ppk|asc|gpg)|id_(?:rsa|dsa|ecdsa|ed25519)(?:\..*)?|\.netrc|_netrc|\.npmrc|\.yarnrc.*|\.pypirc|\.pgpass|\.my\.cnf|\.htpasswd|\.git-credentials|\.dockercfg|\.gem|.*_history)$/iu;
/** A document that has secrets for its subject: a title of several words, in a format that people write prose in. */
const ABOUT_SECRETS = /^secrets(?:[-_]\p{L}{2,}){2,}\.(?:md|markdown|mdx|rst|html?|docx)$/iu;
/** What an office program keeps beside a document that is open in it. */
const OWNER_FILE = /^(?:~\$|\.~lock\.)/u;
const SECRET_FOLDER = /^(?:\.ssh|\.aws|\.gnupg|\.kube|\.docker|\.azure|\.gcloud|secrets|credentials)$/iu;
const VERSION_CONTROL = /^(?:\.git.*|\.hg.*|\.svn|\.bzr|_darcs|\.jj|cvs|\.fossil)$/iu;
const DEPENDENCIES = /^(?:node_modules|bower_components|jspm_packages|__pycache__)$/iu;

export type RuleReason = 'secret' | 'version-control' | 'dependencies' | 'hidden';

/** Why a file of this name is never read; `undefined` where nothing speaks against it. */
export function refusedFile(name: string): RuleReason | undefined {
  if (SECRET_FILE.test(name) && !ABOUT_SECRETS.test(name)) return 'secret';
  if (VERSION_CONTROL.test(name)) return 'version-control';
  return name.startsWith('.') || OWNER_FILE.test(name) ? 'hidden' : undefined;
}

/** Why a folder of this name is never entered. */
export function refusedFolder(name: string): RuleReason | undefined {
  if (SECRET_FOLDER.test(name)) return 'secret';
  if (VERSION_CONTROL.test(name)) return 'version-control';
  if (DEPENDENCIES.test(name)) return 'dependencies';
  return name.startsWith('.') ? 'hidden' : undefined;
}
