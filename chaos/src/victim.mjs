import module from 'node:module';

// The process that is killed. Its clock starts here, before anything else is loaded.
const firstLineAt = Date.now();
module.enableCompileCache();
const { live } = await import('./live.ts');
await live(JSON.parse(process.argv[2]), firstLineAt);
