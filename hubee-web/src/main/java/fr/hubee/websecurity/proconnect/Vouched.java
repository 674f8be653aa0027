package fr.hubee.websecurity.proconnect;

import fr.hubee.people.signin.FederatedIdentity;

/**
 * A person authenticated by the provider.
 *
 * @param idToken the proof, which the provider needs at sign-out
 */
record Vouched(FederatedIdentity identity, String idToken) {
    @Override
    public String toString() {
        return "Vouched[]"; // contains personal data and a token: not for logs
    }
}
