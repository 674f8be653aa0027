package fr.hubee.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The {@code X-Forwarded-*} values of the proxies; those of the nearest proxy come last. */
record Forwarded(List<String> protocols, List<String> hosts, List<String> ports) {
    private static final Set<String> PROTOCOLS = Set.of("http", "https");
    private static final Pattern HOST = Pattern.compile("(?<name>[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    Optional<String> protocol() {
        return last(protocols).filter(PROTOCOLS::contains);
    }

    /** @param host the request's own Host; null for none */
    Optional<String> host(String host) {
        var told = last(hosts).filter(each -> HOST.matcher(each).matches());
        var port = last(ports).filter(each -> PORT.matcher(each).matches());
        if (port.isEmpty()) {
            return told;
        }
        var name = HOST.matcher(told.orElse(host == null ? "" : host));
        return name.matches() ? Optional.of(name.group("name") + ":" + port.get()) : told;
    }

    private static Optional<String> last(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }
}
