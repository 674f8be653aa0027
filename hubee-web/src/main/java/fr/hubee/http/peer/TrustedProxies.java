package fr.hubee.http.peer;

import java.net.InetAddress;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The proxies that are believed when they say for whom they call: nobody else may choose an address. */
record TrustedProxies(List<Network> networks) {
    private static final String SETTING = "HUBEE_TRUSTED_PROXIES";
    private static final String FORMER = "HUBEE_BEHIND_PROXY";

    /** @param source gives the text of a setting, or null where it is not set */
    static TrustedProxies read(UnaryOperator<String> source) {
        if (source.apply(FORMER) != null) {
            throw new IllegalStateException("The setting " + FORMER + " is no more: remove it, and list in " + SETTING
                    + " the networks of your proxies, such as 10.0.0.0/8");
        }
        var text = source.apply(SETTING);
        try {
            return of(text == null ? "" : text);
        } catch (IllegalArgumentException nonsense) {
            throw new IllegalStateException("The setting " + SETTING + " cannot be \"" + text + "\"", nonsense);
        }
    }

    /** @param text networks with commas between them; empty for none */
    static TrustedProxies of(String text) {
        return new TrustedProxies(Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(Network::parse)
                .toList());
    }

    boolean trust(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /**
     * Who calls: each proxy wrote at the end whom it saw, so that the last one who is no proxy of ours is the caller, and what
     * stands before is her own invention.
     */
    InetAddress caller(InetAddress peer, List<String> forwardedFor) {
        var caller = peer;
        for (int each = forwardedFor.size() - 1; each >= 0 && trust(caller); each--) {
            var before = Network.address(forwardedFor.get(each));
            if (before.isEmpty()) {
                return caller;
            }
            caller = before.get();
        }
        return caller;
    }
}
