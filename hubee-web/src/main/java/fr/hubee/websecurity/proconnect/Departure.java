package fr.hubee.websecurity.proconnect;

import java.net.URI;

/**
 * A browser leaves for the provider.
 *
 * @param cookie the attempt, sealed
 */
record Departure(URI to, String cookie) {
    @Override
    public String toString() {
        return "Departure[]"; // never what the attempt is recognised by
    }
}
