package fr.hubee.portal.frame;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the pages of this portal are, as browsers say it: protocol, name and port. */
record Origins(Set<String> own) {

    /** @param addressed by which protocol and name the request came */
    static Origins of(URI portal, String addressed) {
        return new Origins(Stream.of(portal.toString(), addressed)
                .flatMap(address -> of(address).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Whether a request was made by one of our pages. A page cannot choose these headers: a browser that says which site asks
     * (Fetch Metadata) is believed, the others say the origin of the page with each POST, or else its address. Who says nothing
     * of it may be sent by anybody.
     *
     * @param site {@code Sec-Fetch-Site}; each is null where it was not sent
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
