import { FIRST_ERROR, OWN_MERIT, protocolIdentity } from '../../core/labels';
import type { Protocol, Scope } from '../../core/model';

/** Protocols by the name that scopes give them: the shipped ones, and a person's own as they are saved. A name
 *  holds the content's hash, so what is known stays right. */
export class KnownProtocols {
  private readonly known = new Map([OWN_MERIT, FIRST_ERROR].map((one) => [protocolIdentity(one), one]));
  private readonly own: () => Promise<Protocol[]>;

  constructor(own: () => Promise<Protocol[]>) {
    this.own = own;
  }

  /** One that nobody here has, of a labels file without its head, counts as own merit. */
  async of({ protocol }: Scope): Promise<Protocol> {
    if (!this.known.has(protocol)) {
      for (const one of await this.own().catch(() => [])) this.known.set(protocolIdentity(one), one);
    }
    return this.known.get(protocol) ?? OWN_MERIT;
  }
}
