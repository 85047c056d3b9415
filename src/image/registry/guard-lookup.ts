import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { PlimsollError } from '../../errors.ts';
import { networkOfAddress, type Network } from './network.ts';

type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * DNS for a host that a registry named: only addresses on these networks are given out. Names are checked by what they
 * resolve to in the moment of connecting, since a name can point anywhere.
 */
export function guardLookup(networks: readonly Network[], resolve: Resolve = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, '', 0);
        return;
      }
      const allowed = addresses.filter(({ address }) => networks.includes(networkOfAddress(address)));
      const [first] = allowed;
      if (first === undefined) callback(refuseNetwork(hostname, networkOfAddress(addresses[0]?.address ?? '')), '', 0);
      else if (options.all === true) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

/** What is said of a host that must not be gone to. */
export function refuseNetwork(hostname: string, network: Network): PlimsollError {
  return new PlimsollError(
    'REGISTRY_DENIED',
    `the registry sends us to ${hostname.slice(0, 255)}, on a ${network} network that it is not on itself: not followed`,
  );
}
