import type { DocumentDigest } from './artifacts.ts';
import { type DigestJob, digestDocument } from './digest-document.ts';

/** The entry of an analysis thread. */
export default function digest(job: DigestJob): Promise<DocumentDigest> {
  return digestDocument(job);
}
