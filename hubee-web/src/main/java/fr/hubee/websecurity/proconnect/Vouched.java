package fr.hubee.websecurity.proconnect;

import fr.hubee.signin.federated.FederatedIdentity;

/**
 * Somebody for whom the provider vouches.
 *
 * @param idToken by which it does; it wants it back at sign-out
 */
record Vouched(FederatedIdentity identity, String idToken) {
    @Override
    public String toString() {
        return "Vouched[]"; // a person and a token: neither is for a log
    }
}
