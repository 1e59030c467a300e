// Packs and protocols: the shipped ones and a person's own. Another one in use is another scope: what was said
// under the one before stays with it and is there again when it is chosen again.

import { OWN_MERIT, FIRST_ERROR, packIdentity, protocolIdentity } from '../core/labels';
import { isShippedPack, readPackFile, SHIPPED_PACKS, writePackFile } from '../core/labels/packs';
import type { LabelPack, Protocol } from '../core/model';
import type { AppActions } from './actions';
import { wordsOf, type Parts } from './parts';
import type { SettingsSlice } from './state';

export type PacksActions = Pick<
  AppActions,
  'takePack' | 'takeProtocol' | 'savePack' | 'saveProtocol' | 'importPack' | 'exportPack'
>;
export interface Packs {
  actions: PacksActions;
  /** Reads what a person has of their own. */
  show(): Promise<void>;
}

/** A pack is some kilobytes; what is cut off here is no JSON and says so. */
const MOST_BYTES = 4 << 20;
const SHIPPED_PROTOCOLS: readonly Protocol[] = [OWN_MERIT, FIRST_ERROR];

/** A shipped protocol goes by its name, so that a setting of an older version still means it. */
function settingOf(protocol: Protocol): SettingsSlice['protocol'] {
  const identity = protocolIdentity(protocol);
  if (identity === protocolIdentity(OWN_MERIT)) return 'own-merit';
  if (identity === protocolIdentity(FIRST_ERROR)) return 'first-error';
  return protocol;
}
const isShippedProtocol = (protocol: Protocol) => typeof settingOf(protocol) === 'string';
const isDefaultPack = (pack: LabelPack) => packIdentity(pack) === packIdentity(SHIPPED_PACKS[0]!);

export function createPacks(parts: Parts): Packs {
  const { store, data, platform, actions } = parts;

  async function show(): Promise<void> {
    const [packs, protocols] = await Promise.all([data.packs(), data.protocols()]);
    store.setState({
      packs: {
        packs: [...SHIPPED_PACKS, ...packs],
        protocols: [...SHIPPED_PROTOCOLS, ...protocols],
      },
    });
  }
  /** One after the other; a refusal is said. */
  const then = (work: Promise<unknown>) =>
    void work.then(show).catch((error: unknown) => store.setState({ message: wordsOf(error) }));

  const take = (pack: LabelPack) => actions.changeSettings({ pack: isDefaultPack(pack) ? undefined : pack });

  async function keep({
    pack,
    protocol,
  }: {
    pack?: LabelPack;
    protocol?: Protocol | undefined;
  }): Promise<void> {
    if (pack !== undefined && !isShippedPack(pack)) await data.savePack(pack);
    if (protocol !== undefined && !isShippedProtocol(protocol)) await data.saveProtocol(protocol);
  }

  async function importPack(): Promise<void> {
    const [input] = await platform.chooseFiles();
    if (input === undefined) return;
    const read = readPackFile(new TextDecoder().decode(await input.blob.slice(0, MOST_BYTES).arrayBuffer()));
    if (!read.ok) {
      store.setState({ message: `${input.name}: ${read.fault}` });
      return;
    }
    await keep(read.value);
    const { pack, protocol } = read.value;
    const also = protocol === undefined ? '' : ` and the protocol “${protocol.id}”`;
    store.setState({ message: `The pack “${pack.id}”${also} can be chosen now.` });
  }

  return {
    show,
    actions: {
      takePack: take,
      takeProtocol: (protocol) => actions.changeSettings({ protocol: settingOf(protocol) }),
      savePack: (pack, isInUse) => {
        if (isInUse) take(pack);
        then(keep({ pack }));
      },
      saveProtocol: (protocol, isInUse) => {
        // Kept first: the table asks the worker for progress under it, which must find it there.
        const taken = () => isInUse && actions.changeSettings({ protocol: settingOf(protocol) });
        then(keep({ protocol }).then(taken));
      },
      importPack: () => then(importPack()),
      exportPack: (pack, protocol) =>
        platform.download(
          `${pack.id}.stepmark-pack.json`,
          new Blob([writePackFile({ pack, protocol })], { type: 'application/json' }),
        ),
    },
  };
}
