package fr.hubee.clients.token;

import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.client.ClientSecret;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the client's secret that was sent. A refusal takes the same time for two, one or no valid secret, and for an
 * unknown client.
 */
final class ProvenSecret {
    /** Maximum number of valid secrets, see {@link ApiClient}. */
    private static final int MOST = 2;

    private ProvenSecret() {}

    /** @param isOfThatHash takes the same time for null, which never matches */
    static Optional<ClientSecret> among(List<ClientSecret> live, Predicate<String> isOfThatHash) {
        return Stream.concat(live.stream().map(Optional::of), Stream.generate(Optional::<ClientSecret>empty))
                .limit(MOST)
                .filter(each -> isOfThatHash.test(each.map(ClientSecret::hash).orElse(null)))
                .findFirst()
                .flatMap(Function.identity());
    }
}
