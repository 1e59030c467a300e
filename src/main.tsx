import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApp } from './app/createApp';
import { connectData } from './data/connect';
import { App } from './ui/App';
import { browserPlatform, readKeyPress } from './ui/browserPlatform';
import { AppProvider } from './ui/parts/AppContext';

// Radix writes a <style> while a dialog is open; the page's policy allows it by this nonce alone.
setNonce('stepmark');

const app = createApp(connectData(), browserPlatform());

addEventListener('keydown', (event) => {
  // A button or link inside a list keeps its own Enter and Space.
  const isPress = event.key === 'Enter' || event.key === ' ';
  if (isPress && event.target instanceof Element && event.target.closest('button, a, summary') !== null)
    return;
  if (!event.defaultPrevented && app.handleKey(readKeyPress(event))) event.preventDefault();
});
addEventListener('popstate', () => app.followHash());
addEventListener('hashchange', () => app.followHash());

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AppProvider value={app}>
      <App />
    </AppProvider>
  </StrictMode>,
);
void app.start();

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register('./sw.js');
}
