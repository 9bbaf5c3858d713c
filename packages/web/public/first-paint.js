// Runs before anything is painted, so that the chosen colours and language never flash. Kept by preferences/store.ts.
try {
  const kept = JSON.parse(localStorage.getItem('genglossary.preferences') ?? '{}');
  if (kept.theme === 'light' || kept.theme === 'dark') document.documentElement.dataset.theme = kept.theme;
  if (kept.language === 'ja' || kept.language === 'en') document.documentElement.lang = kept.language;
} catch {}
