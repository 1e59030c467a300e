// Keeps the built page usable offline. The file list is written over the placeholder by vite.config.ts.
export {};
declare const self: ServiceWorkerGlobalScope;
declare const __PRECACHE__: { readonly version: string; readonly files: readonly string[] };

const { version, files } = __PRECACHE__;
const CACHE = `stepmark-${version}`;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([...files]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((keys) => Promise.all(keys.filter((key) => key !== CACHE).map((key) => caches.delete(key))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET' || new URL(event.request.url).origin !== location.origin) return;
  const wanted = event.request.mode === 'navigate' ? './index.html' : event.request;
  // Servers send `Vary: Origin` and module scripts ask with another Origin: without ignoreVary they miss.
  event.respondWith(
    caches.match(wanted, { ignoreSearch: true, ignoreVary: true }).then((hit) => hit ?? fetch(event.request)),
  );
});
