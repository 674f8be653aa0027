package fr.hubee.portal.frame;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The origins of this portal's pages: protocol, name and port. */
record Origins(Set<String> own) {

    /** @param addressed the protocol and name of the request */
    static Origins of(URI portal, String addressed) {
        return new Origins(Stream.of(portal.toString(), addressed)
                .flatMap(address -> of(address).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Whether one of our pages made a request. A page cannot set these headers: {@code Sec-Fetch-Site} (Fetch Metadata) is trusted; older
     * browsers send the origin of the page with each POST, or its address. Without any of them the request may come from any site.
     *
     * @param site {@code Sec-Fetch-Site}; each is null when absent
     */
    boolean made(String site, String origin, String referer) {
        boolean ofOurs = origin == null || isOwn(origin);
        if (site != null) {
            return site.equals("same-origin") && ofOurs;
        }
        return origin != null ? ofOurs : referer != null && isOwn(referer);
    }

    private boolean isOwn(String address) {
        return of(address).filter(own::contains).isPresent();
    }

    private static Optional<String> of(String address) {
        try {
            var uri = URI.create(address);
            if (uri.getScheme() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            boolean usual = uri.getPort() == -1 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
            return Optional.of(
                    scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
