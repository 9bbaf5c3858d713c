export const insights = {
  title: 'Insights',
  empty: 'Nothing to count yet',
  frequency: 'Most used terms',
  confidence: 'How sure the definitions are',
  coverage: 'Coverage',
  coverageDetail: 'The share of mentions of terms that have a definition.',
  times: 'times',
  entries: 'entries',
};
