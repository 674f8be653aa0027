package fr.hubee.http;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.shared.Network;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** The proxies whose forwarding headers are trusted: no other client can choose its address. */
public record TrustedProxies(List<Network> networks) {
    private static final String SETTING = "HUBEE_TRUSTED_PROXIES";
    private static final String FORMER = "HUBEE_BEHIND_PROXY";

    public static TrustedProxies read(SettingSource source) {
        if (source.<Boolean>read(FORMER, "", text -> !text.isEmpty())) {
            throw new IllegalStateException("The setting " + FORMER + " is no more: remove it, and list in " + SETTING
                    + " the networks of your proxies, such as 10.0.0.0/8");
        }
        return source.read(SETTING, "", TrustedProxies::of);
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
     * Returns the caller's address. Each proxy appends the address that it saw: the last one that is not our proxy is the caller, and what
     * precedes it may be forged.
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
