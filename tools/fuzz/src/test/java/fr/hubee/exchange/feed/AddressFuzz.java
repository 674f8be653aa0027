package fr.hubee.exchange.feed;

import fr.hubee.exchange.feed.LiveFeed.Head;
import fr.hubee.kernel.settings.EncryptionSettings;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Network;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** A cursor of the feed, and an address to which webhooks are to be sent: no cursor that the hub has not made, no address in a network of ours. */
public final class AddressFuzz {
    private static final FeedCursor CURSORS = new FeedCursor(new EncryptionSettings(Optional.empty()));
    private static final Head HEAD = new Head(20, 10, new UUID(1, 2));
    private static final WebhookAddresses ADDRESSES =
            new WebhookAddresses(new WebhookSettings(List.of(), Optional.empty()), SystemDefaultDnsResolver.INSTANCE);

    private AddressFuzz() {}

    public static void read(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        try {
            long position = CURSORS.position(text, HEAD);
            throw new AssertionError("A cursor that the hub has not made leads to " + position);
        } catch (HubeeException refused) {
            // that is right
        }
        try {
            var host = ADDRESSES.require(text).getHost();
            var literal = Network.address(host.replaceAll("^\\[|]$", ""));
            if (literal.filter(InetAddress::isSiteLocalAddress).isPresent()
                    || literal.filter(InetAddress::isLoopbackAddress).isPresent()) {
                throw new AssertionError("Webhooks would be sent to " + host);
            }
        } catch (InvalidRequest refused) {
            // that is right
        }
    }
}
