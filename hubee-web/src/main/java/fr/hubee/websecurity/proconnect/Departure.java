package fr.hubee.websecurity.proconnect;

import java.net.URI;

/**
 * A redirect to the provider.
 *
 * @param cookie the attempt, sealed
 */
record Departure(URI to, String cookie) {
    @Override
    public String toString() {
        return "Departure[]"; // never the secrets of the attempt
    }
}
