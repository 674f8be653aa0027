package fr.hubee.token;

import fr.hubee.token.client.ApiClient;
import fr.hubee.token.client.ClientSecret;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which of a client's secrets was sent. A refusal takes as long whether two are good, one or none, or no such client is. */
final class ProvenSecret {
    /** That are good at a time, see {@link ApiClient}. */
    private static final int MOST = 2;

    private ProvenSecret() {}

    /** @param isOfThatHash takes its time, also for null, which is nobody's hash */
    static Optional<ClientSecret> among(List<ClientSecret> live, Predicate<String> isOfThatHash) {
        return Stream.concat(live.stream().map(Optional::of), Stream.generate(Optional::<ClientSecret>empty))
                .limit(MOST)
                .filter(each -> isOfThatHash.test(each.map(ClientSecret::hash).orElse(null)))
                .findFirst()
                .flatMap(Function.identity());
    }
}
