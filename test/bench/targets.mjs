// The page and all its workers, also those started by workers, over the debugging protocol.

/** `send(method)` asks every target that lives and gives their answers. */
export async function allTargets(page) {
  const session = await page.context().newCDPSession(page);
  const sessions = new Map();
  const waiting = new Map();
  let next = 1;
  // A worker is spoken to through its parent's session, in messages within messages.
  const wrap =
    (parent, sessionId) =>
    (method, params = {}) =>
      new Promise((resolve) => {
        const id = next++;
        waiting.set(`${sessionId} ${id}`, resolve);
        // A worker that has ended answers nothing.
        parent('Target.sendMessageToTarget', {
          sessionId,
          message: JSON.stringify({ id, method, params }),
        }).catch(() => resolve(undefined));
      });
  const hear = (send, method, params) => {
    if (method === 'Target.attachedToTarget') {
      const own = wrap(send, params.sessionId);
      sessions.set(params.sessionId, { own, info: params.targetInfo });
      void own('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    }
    if (method === 'Target.detachedFromTarget') {
      sessions.delete(params.sessionId);
      for (const [key, resolve] of waiting) if (key.startsWith(`${params.sessionId} `)) resolve(undefined);
    }
    if (method === 'Target.receivedMessageFromTarget') {
      const message = JSON.parse(params.message);
      const { own } = sessions.get(params.sessionId) ?? {};
      if (message.method !== undefined) hear(own, message.method, message.params);
      else {
        waiting.get(`${params.sessionId} ${message.id}`)?.(message.result);
        waiting.delete(`${params.sessionId} ${message.id}`);
      }
    }
  };
  const root = (method, params) => session.send(method, params);
  for (const method of ['attachedToTarget', 'detachedFromTarget', 'receivedMessageFromTarget'])
    session.on(`Target.${method}`, (params) => hear(root, `Target.${method}`, params));
  await root('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  return {
    targets: () => [...sessions.values()],
    send: (method, params) =>
      Promise.all([root(method, params), ...[...sessions.values()].map(({ own }) => own(method, params))]),
  };
}
